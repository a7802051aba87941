package okno.notification;

/** Said within the transaction that adds a notification; heard after its commit by those who can hand it on at once. */
public record NotificationAdded(String personId) {}
