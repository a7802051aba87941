package okno.identity.certificate.domain;

/** Where a certificate stands with us. */
public enum CertificateStatus {
    /** The holder has not proved to have the key. */
    PENDING,
    ACTIVE,
    /** Taken out of use, for good. */
    REVOKED
}
