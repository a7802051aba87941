package okno.identity.signature.domain;

/** How the platform writes an advanced signature. */
public enum SignatureFormat {
    /** CMS apart from the document (ETSI EN 319 122-1); needs only the document's hash. */
    CADES,
    /** XML apart from the document (ETSI EN 319 132-1); needs only the document's hash. */
    XADES,
    /** Inside the PDF (ETSI EN 319 142-1); needs the document. */
    PADES
}
