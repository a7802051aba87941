package okno.identity.certificate.domain;

/** Who made a certificate, and who holds its key. */
public enum CertificateKind {
    /** Issued here; the key lies here, sealed under the person's password. Makes advanced signatures. */
    PLATFORM,
    /** Issued elsewhere; the key never leaves its holder. Makes qualified signatures. */
    OWN
}
