package okno.identity.signature.domain;

/** Kinds of electronic signature (63-FZ, article 5); only simple ones are formed here yet. */
public enum SignatureKind {
    /** ПЭП: a code tells who formed it. */
    SIMPLE,
    /** УНЭП: a key tells who, and that nothing changed since. */
    ADVANCED,
    /** УКЭП: the same with a qualified certificate. */
    QUALIFIED
}
