package okno.notification.preference;

/** Said within the transaction that changes what a person wants, so that what waits for them is looked at again. */
public record PreferencesChanged(String personId) {}
