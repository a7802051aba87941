package okno.notification.notice.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells the persons named there that a webhook endpoint fails, was disabled, or takes messages again. */
@Component
class EndpointEventsListener {

    private static final String CONSUMER = "notification.endpoint-events";

    private static final Map<EventType, String> TEMPLATES = Map.of(
            EventType.ENDPOINT_FAILING, "endpoint.failing",
            EventType.ENDPOINT_DISABLED, "endpoint.disabled",
            EventType.ENDPOINT_RECOVERED, "endpoint.recovered");

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    EndpointEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** The part of the three that a message needs; recipients may be missing from older ones. */
    record Endpoint(
            UUID endpointId,
            @Nullable String reason,
            @Nullable List<String> recipients) {}

    @KafkaListener(id = CONSUMER, topics = "okno.webhook.endpoint.v1")
    void on(EventEnvelope event) {
        EventType.of(event.type())
                .filter(TEMPLATES::containsKey)
                .ifPresent(type -> inbox.once(CONSUMER, event, () -> tell(type, event)));
    }

    private void tell(EventType type, EventEnvelope event) {
        var endpoint = EventJson.read(event, Endpoint.class);
        var params = new Params().with("endpointId", endpoint.endpointId()).with("reason", endpoint.reason());
        String template = TEMPLATES.getOrDefault(type, "");
        for (String person : endpoint.recipients() == null ? List.<String>of() : endpoint.recipients()) {
            notifyPerson.handle(
                    new NotifyPerson.Command(event.id(), type, person, template, params.values(), event.time()));
        }
    }
}
