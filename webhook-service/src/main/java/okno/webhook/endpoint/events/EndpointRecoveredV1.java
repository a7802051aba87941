package okno.webhook.endpoint.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.domain.Endpoint;

/** Contract {@code endpoint-recovered.v1}. */
public record EndpointRecoveredV1(
        UUID endpointId, String owner, String audience, String since, List<UUID> recipients, String occurredAt) {

    public static final String TYPE = "okno.endpoint.recovered.v1";

    public static EndpointRecoveredV1 from(Endpoint endpoint, Instant since, List<UUID> recipients, Instant now) {
        return new EndpointRecoveredV1(
                endpoint.id(),
                endpoint.owner().key(),
                endpoint.owner().audience(),
                since.toString(),
                recipients,
                now.toString());
    }
}
