package okno.identity.rights.domain;

/** Where a request stands. */
public enum RequestStatus {
    /** An export gathers from the services. */
    COLLECTING,
    /** An export without what some service did not give; that is still being asked for. */
    PARTIAL,
    /** An export that has everything. */
    READY,
    /** The archive is gone. */
    EXPIRED,
    /** Waits for an operator. */
    REQUESTED,
    /** The correction is in the profile. */
    APPLIED,
    REFUSED,
    /** Taken back by the person. */
    CANCELLED,
    /** An erasure is decided; the account ends now. */
    GRANTED,
    /** Every service was told to erase; not all have answered. */
    ORDERED,
    /** Everything is erased that the law lets go. */
    COMPLETED
}
