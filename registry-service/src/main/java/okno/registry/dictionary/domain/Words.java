package okno.registry.dictionary.domain;

/** One text in both languages of the portal. */
public record Words(String ru, String en) {}
