package okno.application.draft.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.events.ApplicationEvents;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * A draft that nobody has touched for long will be thrown away; told to its owner alone.
 *
 * @param keptUntil last day on which it is surely there
 */
public record DraftExpiringV1(
        UUID applicationId,
        String serviceCode,
        String personId,
        @Nullable UUID orgId,
        LocalDate keptUntil,
        Instant occurredAt) {

    public static final String TYPE = "okno.draft.expiring.v1";

    public static OutgoingEvent of(Application draft, LocalDate keptUntil, Instant now) {
        return new OutgoingEvent(
                ApplicationEvents.TOPIC,
                TYPE,
                draft.id(),
                draft.version(),
                new DraftExpiringV1(
                        draft.id(),
                        draft.service().code(),
                        draft.owner().personId(),
                        draft.owner().orgId(),
                        keptUntil,
                        now));
    }
}
