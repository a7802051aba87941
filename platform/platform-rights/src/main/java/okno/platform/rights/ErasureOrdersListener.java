package okno.platform.rights;

import java.util.UUID;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;

/** identity-service orders to erase a person. */
class ErasureOrdersListener {

    static final String TOPIC = "okno.identity.erasure.v1";

    private final ServiceName service;
    private final Inbox inbox;
    private final ErasePerson erasePerson;

    ErasureOrdersListener(ServiceName service, Inbox inbox, ErasePerson erasePerson) {
        this.service = service;
        this.inbox = inbox;
        this.erasePerson = erasePerson;
    }

    /** What matters of {@code okno.erasure.ordered.v1}. */
    record Ordered(UUID erasureId, UUID personId) {}

    /** Named in the annotation below. */
    public String consumer() {
        return service.consumer();
    }

    @KafkaListener(id = "#{__listener.consumer()}", topics = TOPIC)
    void on(EventEnvelope event) {
        if (event.type().equals("okno.erasure.ordered.v1")) {
            Ordered ordered = EventJson.read(event, Ordered.class);
            inbox.once(
                    consumer(),
                    event,
                    () -> erasePerson.handle(new ErasePerson.Command(ordered.erasureId(), ordered.personId())));
        }
    }
}
