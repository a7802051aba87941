package okno.notification;

/** Ways out besides the inbox, which every notification goes to. */
public enum Channel {
    EMAIL,
    SMS,
    /** Web Push to the person's browsers; used when there is one. */
    PUSH
}
