package okno.webhook.endpoint.web;

import java.time.Instant;

/**
 * The new secret, shown this once.
 *
 * @param previousExpiresAt until then messages carry a signature of the old secret too
 */
record SecretResponse(String secret, Instant previousExpiresAt) {}
