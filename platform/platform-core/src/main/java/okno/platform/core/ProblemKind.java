package okno.platform.core;

/** What sort of refusal a {@link Problem} is; the web edge alone turns it into an HTTP status. */
public enum ProblemKind {
    /** Malformed request: nothing in it could be understood (HTTP 400). */
    MALFORMED,
    /** Well formed, but a rule refuses the content (HTTP 422). */
    INVALID,
    /** The caller is known but may not do this (HTTP 403). */
    FORBIDDEN,
    /** The caller must log in more strongly, RFC 9470 (HTTP 401). */
    INSUFFICIENT_AUTHENTICATION,
    /** Missing, or not the caller's: the two are never told apart (HTTP 404). */
    NOT_FOUND,
    /** The state of the thing does not allow it (HTTP 409). */
    CONFLICT,
    /** The caller saw an older version (HTTP 412). */
    STALE,
    /** Bigger than allowed (HTTP 413). */
    TOO_LARGE,
    /** A kind of content that is not accepted (HTTP 415). */
    UNSUPPORTED_CONTENT,
    /** An {@code If-Match} is required (HTTP 428). */
    PRECONDITION_REQUIRED,
    /** Too often (HTTP 429). */
    TOO_MANY,
    /** Something that is needed is down; try again later (HTTP 503). */
    UNAVAILABLE
}
