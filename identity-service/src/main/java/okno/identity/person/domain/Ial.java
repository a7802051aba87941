package okno.identity.person.domain;

/** How well we know the person; the truth is here, the token's claim follows it. Written in lower case outside. */
public enum Ial {
    /** Said by the person. */
    SIMPLIFIED,
    /** Checked against registers. */
    STANDARD,
    /** Identity proved in person or by an equal means. */
    CONFIRMED;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Ial ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
