package okno.identity.contact.domain;

/** What is changed. */
public enum ContactKind {
    PHONE,
    EMAIL
}
