package okno.webhook.delivery.messaging;

import java.time.Instant;
import java.util.UUID;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.webhook.catalogue.EventCatalogue;
import okno.webhook.catalogue.WebhookBody;
import okno.webhook.delivery.FanOut;
import okno.webhook.delivery.domain.FrozenEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes the events that the outside may hear of; repeats are harmless, the fan-out knows them by their id. */
@Component
class SourceEventsListener {

    private final EventCatalogue catalogue;
    private final FanOut fanOut;

    SourceEventsListener(EventCatalogue catalogue, FanOut fanOut) {
        this.catalogue = catalogue;
        this.fanOut = fanOut;
    }

    /**
     * What decides who may hear of an event.
     *
     * @param number number of the application; it has none before it is submitted
     */
    private record Scope(
            UUID applicationId,
            @Nullable String number,
            @Nullable String agency,
            @Nullable UUID orgId) {

        /** An agency learns nothing of an application that was never submitted to it. */
        @Nullable
        String agencyThatMayKnow() {
            return number == null ? null : agency;
        }
    }

    @KafkaListener(
            id = "webhook.source-events",
            topics = {"okno.application.application.v1", "okno.payment.charge.v1", "okno.registry.record.v1"})
    void on(EventEnvelope event) {
        if (!catalogue.has(event.type())) {
            return;
        }
        Scope scope = EventJson.read(event, Scope.class);
        Instant time = event.time();
        byte[] body = WebhookBody.of(event.type(), time, event.sequence(), event.json());
        fanOut.handle(new FanOut.Command(new FrozenEvent(
                event.id(),
                event.type(),
                time,
                scope.applicationId(),
                scope.agencyThatMayKnow(),
                scope.orgId(),
                body)));
    }
}
