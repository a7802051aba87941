package okno.identity.signature.domain;

/** Kinds of electronic signature (63-FZ, article 5). */
public enum SignatureKind {
    /** ПЭП: a code tells who formed it. */
    SIMPLE,
    /** УНЭП: a key tells who, and that nothing changed since; formed here with the platform's certificate. */
    ADVANCED,
    /** УКЭП: the same with a qualified certificate; formed by its holder, checked here. */
    QUALIFIED
}
