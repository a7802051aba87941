package okno.identity.verification.domain;

/** How a signature is written: CMS (RFC 5652, CAdES), in a PDF, or in XML. */
public enum SignatureForm {
    CADES,
    PADES,
    XADES
}
