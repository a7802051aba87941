package okno.registry.dictionary.domain;

/**
 * A classifier of the state, such as ОКВЭД2.
 *
 * @param code lower-case Latin letters and digits
 * @param version grows whenever something in it changes
 * @param complete false: an excerpt, of which nobody may say that a code does not exist
 * @param source the act or standard it follows, and what an excerpt leaves out
 */
public record Dictionary(String code, int version, boolean complete, Words title, Words source) {}
