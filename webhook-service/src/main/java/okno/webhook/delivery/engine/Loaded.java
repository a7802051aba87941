package okno.webhook.delivery.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.persistence.Destinations.Destination;
import okno.webhook.endpoint.SigningKeys.TimedKey;

/** What was read of some endpoints: first the rows, then the endpoints, so that no row is sent by an older setting. */
record Loaded(
        Map<UUID, List<PendingDelivery>> rows, Map<UUID, Destination> destinations, Map<UUID, List<TimedKey>> keys) {}
