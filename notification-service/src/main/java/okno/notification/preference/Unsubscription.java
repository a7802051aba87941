package okno.notification.preference;

import okno.notification.Channel;
import okno.notification.EventType;

/** What an unsubscribe link turns off, and for whom. */
public record Unsubscription(String personId, EventType eventType, Channel channel) {}
