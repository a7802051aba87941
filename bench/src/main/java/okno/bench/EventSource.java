package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import okno.platform.core.Ids;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays application-service on the real broker, at a fixed rate and without a database of its own. */
final class EventSource implements AutoCloseable {

    private static final int NOTE_BYTES = 640;

    private final KafkaProducer<String, byte[]> producer;
    private final String note = "x".repeat(NOTE_BYTES);

    EventSource(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 2),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Publishes events for as long, each at its time whatever became of those before it.
     *
     * @param agency whose the n-th event is
     * @param told is given the id of the application and when its event should have been published
     * @return how many
     */
    long publish(double perSecond, Duration time, IntFunction<String> agency, BiConsumer<String, Long> told) {
        long begun = System.nanoTime();
        long count = (long) (perSecond * time.toNanos() / 1e9);
        for (int i = 0; i < count; i++) {
            long intended = begun + (long) (i * 1e9 / perSecond);
            long early = intended - System.nanoTime();
            if (early > 50_000) {
                LockSupport.parkNanos(early);
            }
            UUID application = Ids.next();
            told.accept(application.toString(), intended);
            producer.send(event(application, agency.apply(i)));
        }
        producer.flush();
        return count;
    }

    private ProducerRecord<String, byte[]> event(UUID application, String agency) {
        String now = Clock.systemUTC().instant().toString();
        String data = """
                {"applicationId":"%s","number":"T-2026-0000001-0","serviceCode":"residence-certificate","agency":"%s",\
                "personId":"0198c0de-0000-7000-8000-000000000001","orgId":null,"previousStatus":"DRAFT",\
                "status":"SUBMITTED","note":"%s","occurredAt":"%s"}""".formatted(application, agency, note, now);
        var message = new ProducerRecord<>(WebhookRig.TOPIC, application.toString(), data.getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Ids.next().toString(),
                        "ce_source",
                        "/bench",
                        "ce_type",
                        WebhookRig.TYPE,
                        "ce_subject",
                        application.toString(),
                        "ce_time",
                        now,
                        "ce_sequence",
                        "1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    @Override
    public void close() {
        producer.close();
    }
}
