package okno.local.sandbox;

import java.time.Instant;

/**
 * One message that reached the outside.
 *
 * @param channel {@code sms} or {@code mail}
 * @param to phone number or address
 * @param subject empty for SMS
 */
record SentMessage(String id, String channel, String to, String subject, String text, Instant sentAt) {}
