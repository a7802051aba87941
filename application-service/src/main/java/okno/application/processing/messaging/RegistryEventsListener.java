package okno.application.processing.messaging;

import java.util.UUID;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.processing.CompleteByRecord;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Records that registers made because of an application. */
@Component
class RegistryEventsListener {

    private static final String CONSUMER = "application.registry-events";

    private final Inbox inbox;
    private final CompleteByRecord completeByRecord;

    RegistryEventsListener(Inbox inbox, CompleteByRecord completeByRecord) {
        this.inbox = inbox;
        this.completeByRecord = completeByRecord;
    }

    @KafkaListener(id = CONSUMER, topics = "okno.registry.record.v1")
    void on(EventEnvelope event) {
        if (!event.type().equals("okno.record.registered.v1")) {
            return;
        }
        Registered made = EventJson.read(event, Registered.class);
        UUID applicationId = made.applicationId;
        if (applicationId != null) {
            inbox.once(
                    CONSUMER,
                    event,
                    () -> completeByRecord.handle(
                            new CompleteByRecord.Command(applicationId, new RegisterRecord(made.register, made.key))));
        }
    }

    /** What we read of a record; {@code applicationId} is null for records that nobody applied for here. */
    record Registered(String register, String key, @Nullable UUID applicationId) {}
}
