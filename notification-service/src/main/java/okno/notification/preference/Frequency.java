package okno.notification.preference;

/** How often a person wants to hear of something. */
public enum Frequency {
    AT_ONCE,
    /** Once a day, all together. */
    DAILY
}
