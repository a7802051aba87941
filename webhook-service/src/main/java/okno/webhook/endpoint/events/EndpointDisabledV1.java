package okno.webhook.endpoint.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.Endpoint;

/** Contract {@code endpoint-disabled.v1}. */
public record EndpointDisabledV1(
        UUID endpointId,
        String owner,
        String audience,
        DisabledReason reason,
        List<UUID> recipients,
        String occurredAt) {

    public static final String TYPE = "okno.endpoint.disabled.v1";

    public static EndpointDisabledV1 from(
            Endpoint endpoint, DisabledReason reason, List<UUID> recipients, Instant now) {
        return new EndpointDisabledV1(
                endpoint.id(), endpoint.owner().key(), endpoint.owner().audience(), reason, recipients, now.toString());
    }
}
