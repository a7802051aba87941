package okno.identity.verification.domain;

/** What is looked at; ETSI EN 319 102-1, 5.2 names the same building blocks. */
public enum CheckName {
    /** The document is the one that was signed, and the signature value fits the certificate's key. */
    INTEGRITY,
    /** The certificate comes from a trusted authority. */
    CHAIN,
    /** The certificate was valid when the signature was made. */
    VALIDITY,
    /** The certificate may be used for this. */
    USAGE,
    /** Keys and hashes are strong enough. */
    STRENGTH,
    /** The certificate had not been revoked. */
    REVOCATION,
    /** A timestamp proves when. */
    TIMESTAMP
}
