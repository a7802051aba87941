package okno.application.rights.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okno.application.rights.ErasePerson;
import okno.platform.documents.store.DocumentStore;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** identity-service orders to erase a person. */
@Component
class ErasureOrdersListener {

    private static final String CONSUMER = "application.erasure-orders";

    private final Inbox inbox;
    private final ErasePerson erasePerson;
    private final DocumentStore documents;

    ErasureOrdersListener(Inbox inbox, ErasePerson erasePerson, DocumentStore documents) {
        this.inbox = inbox;
        this.erasePerson = erasePerson;
        this.documents = documents;
    }

    /** What matters of {@code okno.erasure.ordered.v1}. */
    record Ordered(UUID erasureId, UUID personId) {}

    @KafkaListener(id = CONSUMER, topics = "okno.identity.erasure.v1")
    void on(EventEnvelope event) {
        if (!event.type().equals("okno.erasure.ordered.v1")) {
            return;
        }
        Ordered ordered = EventJson.read(event, Ordered.class);
        List<UUID> contents = new ArrayList<>();
        inbox.once(
                CONSUMER,
                event,
                () -> contents.addAll(
                        erasePerson.handle(new ErasePerson.Command(ordered.erasureId(), ordered.personId()))));
        // Only after the commit: a row without its content would be a lie, content without a row is just space.
        contents.forEach(documents::delete);
    }
}
