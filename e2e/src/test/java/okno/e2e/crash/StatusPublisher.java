package okno.e2e.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import okno.platform.core.Ids;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays application-service's outbox: an event is published under its id until the broker has it, then the next one. */
public final class StatusPublisher implements AutoCloseable {

    private static final String TOPIC = "okno.application.application.v1";
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final KafkaProducer<String, byte[]> producer;
    private final String agency;
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

    public StatusPublisher(int kafkaPort, String agency) {
        this.agency = agency;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", "localhost:" + kafkaPort,
                        "acks", "all",
                        "linger.ms", 0,
                        "request.timeout.ms", 2_000,
                        "delivery.timeout.ms", 4_000,
                        "max.block.ms", 2_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The whole life of an application, one status after another; the broker may get one twice. */
    public void live(UUID application, int statuses) throws InterruptedException {
        for (int sequence = 1; sequence <= statuses; sequence++) {
            UUID id = Ids.next();
            while (!taken(message(id, application, sequence))) {
                Thread.sleep(AGAIN);
            }
            acknowledged.add(id);
        }
    }

    /** Ids of the events that the broker acknowledged. */
    public Queue<UUID> acknowledged() {
        return acknowledged;
    }

    private boolean taken(ProducerRecord<String, byte[]> message) throws InterruptedException {
        try {
            producer.send(message).get();
            return true;
        } catch (ExecutionException down) {
            return false;
        }
    }

    private ProducerRecord<String, byte[]> message(UUID id, UUID application, int sequence) {
        boolean first = sequence == 1;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("applicationId", application);
        data.put("number", "T-2026-0000001-0");
        data.put("serviceCode", "residence-certificate");
        data.put("agency", agency);
        data.put("personId", "0198c0de-0000-7000-8000-000000000001");
        data.put("orgId", null);
        data.put("previousStatus", first ? "DRAFT" : "SUBMITTED");
        data.put("status", first ? "SUBMITTED" : "IN_REVIEW");
        data.put("occurredAt", Instant.now().toString());
        var message = new ProducerRecord<>(TOPIC, application.toString(), PatientCaller.JSON.writeValueAsBytes(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/application-service",
                        "ce_type",
                        "okno.application." + (first ? "submitted" : "status_changed") + ".v1",
                        "ce_subject",
                        application.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Integer.toString(sequence),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
