package okno.webhook.delivery.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it will be told, whoever hears it.
 *
 * @param id id of the event, the {@code webhook-id}
 * @param type name in the catalogue
 * @param occurredAt when it happened
 * @param applicationId the application it belongs to, or what it is about when it belongs to none
 * @param scope who may hear of it, as far as it says
 * @param body the bytes that every receiver gets
 */
public record FrozenEvent(UUID id, String type, Instant occurredAt, UUID applicationId, EventScope scope, byte[] body) {

    /**
     * What an event says of its audience.
     *
     * @param agency the agency it names; null when it names none, or may not tell it yet
     * @param service code of the service applied for; null when it does not say
     * @param organisation the organisation that owns the application; null when a person does
     */
    public record EventScope(
            @Nullable String agency,
            @Nullable String service,
            @Nullable UUID organisation) {}
}
