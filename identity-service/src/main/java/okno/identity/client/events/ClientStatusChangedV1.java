package okno.identity.client.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.client.domain.ClientApplication;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code contracts/events/client-status-changed.v1}: a client application was asked for, decided on, suspended.
 *
 * @param clientId claim {@code azp} of its tokens; while it is SUSPENDED or CLOSED every service refuses them
 * @param recipient the person to tell
 */
public record ClientStatusChangedV1(
        UUID id, String clientId, @Nullable UUID orgId, String status, String recipient, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.client.v1";
    public static final String TYPE = "okno.client.status_changed.v1";

    public static ClientStatusChangedV1 from(ClientApplication client, Instant now) {
        return new ClientStatusChangedV1(
                client.id(), client.clientId(), client.orgId(), client.status().name(), client.requestedBy(), now);
    }
}
