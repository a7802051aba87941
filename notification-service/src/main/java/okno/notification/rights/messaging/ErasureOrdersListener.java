package okno.notification.rights.messaging;

import java.util.UUID;
import okno.notification.rights.ErasePerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** identity-service orders to erase a person. */
@Component
class ErasureOrdersListener {

    private static final String CONSUMER = "notification.erasure-orders";

    private final Inbox inbox;
    private final ErasePerson erasePerson;

    ErasureOrdersListener(Inbox inbox, ErasePerson erasePerson) {
        this.inbox = inbox;
        this.erasePerson = erasePerson;
    }

    /** What matters of {@code okno.erasure.ordered.v1}. */
    record Ordered(UUID erasureId, UUID personId) {}

    @KafkaListener(id = CONSUMER, topics = "okno.identity.erasure.v1")
    void on(EventEnvelope event) {
        if (event.type().equals("okno.erasure.ordered.v1")) {
            Ordered ordered = EventJson.read(event, Ordered.class);
            inbox.once(
                    CONSUMER,
                    event,
                    () -> erasePerson.handle(new ErasePerson.Command(ordered.erasureId(), ordered.personId())));
        }
    }
}
