package okno.webhook.egress;

import java.time.Instant;

/**
 * One attempt to tell one event.
 *
 * @param id the event's id, the same on every attempt: receivers drop what they have seen
 * @param timestamp time of the attempt
 * @param signature the {@code webhook-signature} header
 * @param body the bytes signed
 */
public record SignedMessage(String id, Instant timestamp, String signature, byte[] body) {}
