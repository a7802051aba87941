package okno.webhook.delivery.engine;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.signing.SigningKey;

/**
 * An attempt that is being made.
 *
 * @param line the endpoint, as owned when the attempt began
 * @param began the same moment as {@code startedAt}, by {@code System.nanoTime()}
 */
record Flight(Line line, PendingDelivery delivery, URI url, List<SigningKey> keys, Instant startedAt, long began) {}
