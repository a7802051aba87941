package okno.identity.journal.messaging;

import java.util.ArrayList;
import java.util.List;
import okno.identity.journal.AuditRecorded;
import okno.identity.journal.KeepEntries;
import okno.identity.journal.NewEntry;
import okno.platform.audit.Audit;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Audit events of all services, a poll at a time: one statement and one commit for hundreds of entries. The failed place
 * in a batch is always named, so that one bad record is put aside alone and an outage puts nothing aside.
 */
@Component
class AuditEventsListener {

    private final KeepEntries keepEntries;

    AuditEventsListener(KeepEntries keepEntries) {
        this.keepEntries = keepEntries;
    }

    @KafkaListener(
            id = "identity.audit-journal",
            topics = Audit.TOPIC,
            batch = "true",
            properties = "max.poll.records=500")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<NewEntry> entries = new ArrayList<>(batch.size());
        for (int place = 0; place < batch.size(); place++) {
            try {
                entries.add(read(batch.get(place)));
            } catch (UnreadableEvent unreadable) {
                keep(entries);
                throw new BatchListenerFailedException("unreadable audit event", unreadable, place);
            }
        }
        keep(entries);
    }

    private void keep(List<NewEntry> entries) {
        try {
            keepEntries.handle(new KeepEntries.Command(entries));
        } catch (DataAccessException | TransactionException failed) {
            throw new BatchListenerFailedException("audit events not kept", failed, 0);
        }
    }

    private static NewEntry read(ConsumerRecord<String, byte[]> received) {
        EventEnvelope event = EventEnvelope.of(received);
        return new NewEntry(event.id(), event.time(), event.source(), EventJson.read(event, AuditRecorded.class));
    }
}
