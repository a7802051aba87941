package okno.webhook.endpoint.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.domain.Endpoint;
import org.jspecify.annotations.Nullable;

/** Contract {@code endpoint-failing.v1}. */
public record EndpointFailingV1(
        UUID endpointId,
        String owner,
        String audience,
        @Nullable String reason,
        String since,
        List<UUID> recipients,
        String occurredAt) {

    public static final String TYPE = "okno.endpoint.failing.v1";

    public static EndpointFailingV1 from(
            Endpoint endpoint, @Nullable String reason, Instant since, List<UUID> recipients, Instant now) {
        return new EndpointFailingV1(
                endpoint.id(),
                endpoint.owner().key(),
                endpoint.owner().audience(),
                reason,
                since.toString(),
                recipients,
                now.toString());
    }
}
