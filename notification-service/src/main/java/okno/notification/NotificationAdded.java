package okno.notification;

import java.time.Instant;

/**
 * Said within the transaction that adds a notification; heard after its commit by those who can hand it on at once.
 *
 * @param occurredAt when the event happened
 */
public record NotificationAdded(String personId, Instant occurredAt) {}
