package okno.webhook.delivery.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.UnreadableEvent;
import okno.webhook.catalogue.EventCatalogue;
import okno.webhook.catalogue.WebhookBody;
import okno.webhook.delivery.FanOut;
import okno.webhook.delivery.domain.FrozenEvent;
import okno.webhook.delivery.domain.FrozenEvent.EventScope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes the events that the outside may hear of, a poll at a time; repeats are harmless, the fan-out knows them by their
 * id. The failed place in a batch is always named, so that one bad record is put aside alone and an outage puts nothing
 * aside.
 */
@Component
class SourceEventsListener {

    /** Below this a batch costs about the same whatever its size. */
    private static final int SMALL_BATCH = 200;
    /** From one small batch to the next: a hundred transactions a second instead of as many as the machine can do. */
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final EventCatalogue catalogue;
    private final FanOut fanOut;

    SourceEventsListener(EventCatalogue catalogue, FanOut fanOut) {
        this.catalogue = catalogue;
        this.fanOut = fanOut;
    }

    /**
     * What decides who may hear of an event.
     *
     * @param number number of the application, it has none before it is submitted; or of what is told of instead
     */
    private record Scope(
            @Nullable UUID applicationId,
            @Nullable String number,
            @Nullable String serviceCode,
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
            topics = {"okno.application.application.v1", "okno.payment.charge.v1", "okno.registry.record.v1"},
            batch = "true",
            containerPostProcessor = "rareCommits",
            properties = "max.poll.records=500")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        long begun = System.nanoTime();
        take(batch);
        if (batch.size() < SMALL_BATCH) {
            LockSupport.parkNanos(begun + PACE_NANOS - System.nanoTime());
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> batch) {
        List<Placed> events = new ArrayList<>(batch.size());
        for (int place = 0; place < batch.size(); place++) {
            try {
                FrozenEvent event = read(EventEnvelope.of(batch.get(place)));
                if (event != null) {
                    events.add(new Placed(place, event));
                }
            } catch (UnreadableEvent unreadable) {
                fanOut(events);
                throw new BatchListenerFailedException("unreadable event", unreadable, place);
            }
        }
        fanOut(events);
    }

    /** An event and its place in the batch. */
    private record Placed(int place, FrozenEvent event) {}

    private void fanOut(List<Placed> events) {
        try {
            fanOut.handle(new FanOut.Command(events.stream().map(Placed::event).toList()));
        } catch (DataIntegrityViolationException refused) {
            // One event that the database will never take must not take the others with it.
            events.forEach(this::fanOutAlone);
        } catch (DataAccessException | TransactionException failed) {
            throw new BatchListenerFailedException("events not fanned out", failed, 0);
        }
    }

    private void fanOutAlone(Placed placed) {
        try {
            fanOut.handle(new FanOut.Command(List.of(placed.event())));
        } catch (DataAccessException | TransactionException failed) {
            throw new BatchListenerFailedException("event not fanned out", failed, placed.place());
        }
    }

    private @Nullable FrozenEvent read(EventEnvelope event) {
        if (!catalogue.has(event.type())) {
            return null;
        }
        Scope scope = EventJson.read(event, Scope.class);
        byte[] body = WebhookBody.of(event.type(), event.time(), event.sequence(), event.json());
        return new FrozenEvent(
                event.id(),
                event.type(),
                event.time(),
                // A corrective action belongs to no application: it is told of under its own id.
                scope.applicationId() == null ? UUID.fromString(event.subject()) : scope.applicationId(),
                new EventScope(scope.agencyThatMayKnow(), scope.serviceCode(), scope.orgId()),
                body);
    }
}
