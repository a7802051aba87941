package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** When Kafka told the relay's producer that it has an event, by aggregate. Kafka makes the object, so they are static. */
public final class Acknowledgements implements ProducerInterceptor<String, byte[]> {

    /** Null: nobody asks. */
    private static volatile @Nullable Map<UUID, Long> kept;

    /** Forgets what was kept and keeps all that comes. */
    static Map<UUID, Long> keep() {
        Map<UUID, Long> times = new ConcurrentHashMap<>();
        kept = times;
        return times;
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> sent) {
        return sent;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, @Nullable Exception failure, Headers headers) {
        Map<UUID, Long> times = kept;
        if (failure == null && times != null) {
            long now = System.nanoTime();
            times.put(
                    UUID.fromString(new String(headers.lastHeader("ce_subject").value(), UTF_8)), now);
        }
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to set.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
