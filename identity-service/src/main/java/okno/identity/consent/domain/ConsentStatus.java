package okno.identity.consent.domain;

/** Where a consent stands at a moment. */
public enum ConsentStatus {
    /** Asked for, not signed yet: allows nothing. */
    PENDING,
    /** In force. */
    GIVEN,
    WITHDRAWN,
    /** Its term is over. */
    EXPIRED,
    /** Never signed, and the code is too old now. */
    LAPSED
}
