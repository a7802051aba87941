package okno.identity.rights.domain;

/**
 * What a person wants corrected.
 *
 * @param value as it should be
 * @param evidence what proves it, in the person's words
 */
public record Correction(Field field, String value, String evidence) {

    /** Fields that people cannot edit themselves, and that no check digit or log-in hangs on. */
    public enum Field {
        LAST_NAME,
        FIRST_NAME,
        MIDDLE_NAME,
        BIRTH_DATE,
        INN
    }
}
