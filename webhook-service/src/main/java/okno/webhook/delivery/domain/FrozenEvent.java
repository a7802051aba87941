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
 * @param applicationId the application it belongs to
 * @param agency the agency it names; null when it names none, or may not tell it yet
 * @param organisation the organisation that owns the application; null when a person does
 * @param body the bytes that every receiver gets
 */
public record FrozenEvent(
        UUID id,
        String type,
        Instant occurredAt,
        UUID applicationId,
        @Nullable String agency,
        @Nullable UUID organisation,
        byte[] body) {}
