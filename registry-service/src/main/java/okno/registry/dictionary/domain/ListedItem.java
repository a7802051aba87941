package okno.registry.dictionary.domain;

/** An entry, and whether others stand below it on the day asked for. */
public record ListedItem(DictionaryItem item, boolean hasItems) {}
