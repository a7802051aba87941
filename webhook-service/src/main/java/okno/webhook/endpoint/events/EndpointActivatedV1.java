package okno.webhook.endpoint.events;

import java.time.Instant;
import java.util.UUID;
import okno.webhook.endpoint.domain.Endpoint;

/** Contract {@code endpoint-activated.v1}. */
public record EndpointActivatedV1(UUID endpointId, String owner, String occurredAt) {

    public static final String TYPE = "okno.endpoint.activated.v1";

    public static EndpointActivatedV1 from(Endpoint endpoint, Instant now) {
        return new EndpointActivatedV1(endpoint.id(), endpoint.owner().key(), now.toString());
    }
}
