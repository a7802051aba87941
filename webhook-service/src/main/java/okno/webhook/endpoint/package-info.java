/**
 * Endpoints and their secrets: registered, proved by a challenge, changed, paused, resumed, tested, removed.
 *
 * <p>PENDING until the challenge is answered, then ACTIVE; PAUSED by the owner, DISABLED by us (410, days of failures, or
 * a challenge never answered). Publishes activated and disabled.
 */
@NullMarked
package okno.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
