package okno.notification.notice.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked for a client application what became of it. */
@Component
class ClientEventsListener {

    private static final String CONSUMER = "notification.client-events";

    /** The owner is told of the others' effects: approved is active a second later. */
    private static final Map<String, String> TEMPLATES = Map.of(
            "ACTIVE", "client.active",
            "REJECTED", "client.rejected",
            "SUSPENDED", "client.suspended",
            "CLOSED", "client.closed");

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    ClientEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** What a message needs. */
    record Client(String clientId, String status, String recipient) {}

    @KafkaListener(id = CONSUMER, topics = "okno.identity.client.v1")
    void on(EventEnvelope event) {
        if (EventType.CLIENT_STATUS_CHANGED.type().equals(event.type())) {
            EventEnvelope change = oncePerChange(event);
            inbox.once(CONSUMER, change, () -> tell(change));
        }
    }

    /** A suspension is said again every minute while it is not everywhere, each time as a new event of the same version. */
    private static EventEnvelope oncePerChange(EventEnvelope event) {
        UUID change = UUID.nameUUIDFromBytes((event.subject() + "|" + event.sequence()).getBytes(UTF_8));
        return new EventEnvelope(
                change,
                event.type(),
                event.source(),
                event.subject(),
                event.sequence(),
                event.time(),
                event.topic(),
                event.json());
    }

    private void tell(EventEnvelope change) {
        var client = EventJson.read(change, Client.class);
        String template = TEMPLATES.get(client.status());
        if (template != null) {
            var params = new Params().with("clientId", client.clientId());
            notifyPerson.handle(new NotifyPerson.Command(
                    change.id(),
                    EventType.CLIENT_STATUS_CHANGED,
                    client.recipient(),
                    template,
                    params.values(),
                    change.time()));
        }
    }
}
