package okno.identity.anomaly.domain;

/** What may be unlike a person. */
public enum Rule {
    /** A kind of device (operating system and browser) that the person has not logged in with. */
    NEW_DEVICE,
    /** A country that the person has not logged in from. */
    NEW_COUNTRY,
    /** Farther from the log-in before than anybody travels in the time between. */
    IMPOSSIBLE_TRAVEL,
    /** An hour at which, of many log-ins, none was. */
    UNUSUAL_HOUR,
    /** Many failures to log in to the account. */
    MANY_FAILURES,
    /** Failures on many accounts from one address, this one among them. */
    MANY_ACCOUNTS
}
