package okno.platform.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a token was refused. A closed list: it names the series of a metric, so nothing that a caller writes may get in.
 * The last four are tokens that the realm did sign, in hands that should not have them: these go to the journal.
 */
enum RefusalReason {
    /** No token at all by its form, or too long. */
    MALFORMED,
    /** Not signed by a key of the realm, by an algorithm that is not ours, or not readable. */
    SIGNATURE,
    EXPIRED,
    NOT_YET_VALID,
    ISSUER,
    AUDIENCE,
    /** An ID, refresh or logout token. */
    TYPE,
    SUBJECT,
    AUTHORISED_PARTY,
    /** A proof of possession (RFC 9449) that does not fit, is old or was used before. */
    PROOF("token.shown_with_bad_proof"),
    /** Bound to a key or a certificate that was not shown (RFC 9449, RFC 8705). */
    BINDING("token.shown_without_key"),
    SESSION_ENDED("token.shown_after_end"),
    CLIENT_SUSPENDED("token.shown_while_suspended");

    private final @Nullable String action;

    RefusalReason() {
        this(null);
    }

    RefusalReason(@Nullable String action) {
        this.action = action;
    }

    /** What the journal calls it; null: it only counts. */
    @Nullable
    String action() {
        return action;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
