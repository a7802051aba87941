package okno.application.catalogue.domain;

import okno.platform.core.Caller;

/** For whom a person may ask. */
public enum Kind {
    PERSON,
    SOLE_TRADER,
    ORG;

    private static final int PERSONAL_INN = 12;

    /** A sole trader's INN is that of the person and has 12 digits; a company's has 10 (order of the tax service). */
    public static Kind of(Caller caller) {
        Caller.Acting acting = caller.acting();
        if (acting == null) {
            return PERSON;
        }
        return acting.inn().length() == PERSONAL_INN ? SOLE_TRADER : ORG;
    }
}
