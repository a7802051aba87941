package okno.identity.journal.messaging;

import java.util.List;
import okno.identity.journal.AuditRecorded;
import okno.identity.journal.KeepEntries;
import okno.identity.journal.NewEntry;
import okno.platform.audit.Audit;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Audit events of all services, a poll at a time. */
@Component
class AuditEventsListener {

    private final KeepEntries keepEntries;

    AuditEventsListener(KeepEntries keepEntries) {
        this.keepEntries = keepEntries;
    }

    @KafkaListener(id = "identity.audit-journal", topics = Audit.TOPIC, batch = "true")
    void on(List<EventEnvelope> events) {
        keepEntries.handle(new KeepEntries.Command(events.stream()
                .filter(event -> event.type().equals(Audit.TYPE))
                .map(event -> new NewEntry(
                        event.id(), event.time(), event.source(), EventJson.read(event, AuditRecorded.class)))
                .toList()));
    }
}
