package okno.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Takes what one poll brought as one: a few statements and one commit for many events. When that fails, it takes them one
 * by one, so that the failed place is known and one bad event is put aside alone. Effects must bear to be repeated.
 */
public final class EventBatch {

    private static final Logger LOG = LoggerFactory.getLogger(EventBatch.class);

    /** For {@code @KafkaListener(properties = ...)}: events of one transaction at most. */
    public static final String RECORDS = "max.poll.records=200";

    /** The broker answers when there is this much, */
    public static final String BYTES = "fetch.min.bytes=32768";

    /** or after this time: few events come alone then, and many come together. */
    public static final String WAIT = "fetch.max.wait.ms=25";

    private EventBatch() {}

    /**
     * @param read what an event asks for; nothing, when it is none of ours
     * @throws BatchListenerFailedException naming the first event that could not be handled; all before it were
     */
    public static <T> void handle(
            List<ConsumerRecord<String, byte[]>> batch,
            Function<EventEnvelope, List<T>> read,
            Consumer<List<T>> effect) {
        List<T> all = new ArrayList<>();
        try {
            batch.forEach(received -> all.addAll(read.apply(EventEnvelope.of(received))));
            effect.accept(all);
        } catch (RuntimeException together) {
            LOG.info(
                    "A batch of {} events is taken one by one: {}",
                    batch.size(),
                    together.getClass().getName());
            oneByOne(batch, read, effect);
        }
    }

    private static <T> void oneByOne(
            List<ConsumerRecord<String, byte[]>> batch,
            Function<EventEnvelope, List<T>> read,
            Consumer<List<T>> effect) {
        for (int place = 0; place < batch.size(); place++) {
            try {
                effect.accept(read.apply(EventEnvelope.of(batch.get(place))));
            } catch (UnreadableEvent unreadable) {
                throw new BatchListenerFailedException("unreadable event", unreadable, place);
            } catch (RuntimeException failed) {
                throw new BatchListenerFailedException("event not handled", failed, place);
            }
        }
    }
}
