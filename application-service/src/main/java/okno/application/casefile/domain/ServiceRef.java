package okno.application.casefile.domain;

/**
 * The service applied for.
 *
 * @param version version of the passport the application was begun with and is judged by
 * @param agency code of the agency that decides
 * @param exclusive one application under way per owner
 */
public record ServiceRef(String code, int version, String agency, boolean exclusive) {}
