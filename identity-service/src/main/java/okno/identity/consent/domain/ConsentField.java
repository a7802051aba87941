package okno.identity.consent.domain;

/** What of a person a recipient may be allowed to read. */
public enum ConsentField {
    NAME,
    BIRTH_DATE,
    SNILS,
    INN,
    PASSPORT,
    PHONE,
    EMAIL,
    ADDRESS,
    /** How well the person is known. */
    IAL,
    /** Which services the person asked for, and what became of it; application-service shows it. */
    APPLICATIONS
}
