package okno.identity.signature.domain;

/** Where a signature stands. */
public enum SignatureStatus {
    PENDING,
    CONFIRMED,
    EXPIRED
}
