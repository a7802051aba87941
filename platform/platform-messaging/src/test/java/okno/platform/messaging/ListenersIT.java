package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.Trace;
import okno.platform.test.OknoServiceTest;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.support.TransactionOperations;

@OknoServiceTest
class ListenersIT {

    static final String TOPIC = "okno.test.thing.v1";
    static final String GROUP = "messaging-test.thing-events";
    static final String DEAD_TOPIC = TOPIC + "." + GROUP + ".dlt";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    KafkaClients clients;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    ThingEventsListener listener;

    private Producer<String, byte[]> producer;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(ThingEventsListener.class)
    static class Application {}

    record Thing(int number) {}

    /** Fails as a test tells it to. */
    static class ThingEventsListener {

        final Map<UUID, RuntimeException> failures = new ConcurrentHashMap<>();
        final List<UUID> tries = new ArrayList<>();
        private final Inbox inbox;
        private final JdbcClient jdbc;

        ThingEventsListener(Inbox inbox, JdbcClient jdbc) {
            this.inbox = inbox;
            this.jdbc = jdbc;
        }

        @KafkaListener(id = GROUP, topics = TOPIC)
        void on(EventEnvelope event) {
            EventJson.read(event, Thing.class);
            synchronized (tries) {
                tries.add(event.id());
            }
            inbox.once(GROUP, event, () -> {
                jdbc.sql("insert into effect values (:id, :consumer, :trace)")
                        .param("id", event.id())
                        .param("consumer", GROUP)
                        .param("trace", Trace.current().traceId())
                        .update();
                if (failures.containsKey(event.id())) {
                    throw failures.get(event.id());
                }
            });
        }

        long tries(UUID event) {
            synchronized (tries) {
                return tries.stream().filter(event::equals).count();
            }
        }
    }

    @BeforeEach
    void open() {
        producer = clients.deadLetterProducer();
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void event_of_a_committed_transaction_takes_effect_in_the_trace_of_its_cause() {
        Trace trace = Trace.continueOrBegin(null);
        trace.enter();
        UUID aggregate = Ids.next();
        transaction.executeWithoutResult(
                status -> outbox.append(new OutgoingEvent(TOPIC, "okno.thing.made.v1", aggregate, 1, new Thing(1))));
        Trace.leave();

        await().atMost(SOON).untilAsserted(() -> assertThat(jdbc.sql("select count(*) from effect where trace_id = :t")
                        .param("t", trace.traceId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    @Test
    void event_delivered_many_times_has_one_effect() throws Exception {
        UUID event = Ids.next();
        for (int i = 0; i < 20; i++) {
            producer.send(record(event, "{\"number\":1}")).get();
        }
        await().atMost(SOON).until(() -> listener.tries(event) == 20);

        await().atMost(SOON).untilAsserted(() -> assertThat(effects(event)).isEqualTo(1));
    }

    @Test
    void unreadable_records_are_put_aside_at_once_and_stop_nobody() throws Exception {
        long before = waiting();
        UUID readable = Ids.next();
        producer.send(new ProducerRecord<>(TOPIC, 0, "key", "no headers".getBytes(UTF_8)));
        producer.send(new ProducerRecord<>(TOPIC, 0, null, null));
        var badId = record(Ids.next(), "{}");
        badId.headers().remove("ce_id").add("ce_id", "not-a-uuid".getBytes(UTF_8));
        producer.send(badId);
        var nullHeader = record(Ids.next(), "{}");
        nullHeader.headers().remove("ce_type").add("ce_type", null);
        producer.send(nullHeader);
        producer.send(record(Ids.next(), "{\"number\":"));
        producer.send(record(Ids.next(), "[1,2,3]"));
        producer.send(record(readable, "{\"number\":1}")).get();

        await().atMost(Duration.ofSeconds(10)).until(() -> effects(readable) == 1);
        await().atMost(SOON).until(() -> waiting() == before + 6);
    }

    @Test
    void failing_event_is_tried_five_times_then_put_aside_and_replayed_with_one_effect() throws Exception {
        UUID event = Ids.next();
        UUID behind = Ids.next();
        listener.failures.put(event, new IllegalStateException("a mistake"));
        long before = waiting();

        producer.send(record(event, "{\"number\":1}"));
        producer.send(record(behind, "{\"number\":2}")).get();

        await().atMost(SOON).until(() -> effects(behind) == 1);
        assertThat(listener.tries(event)).isEqualTo(5);
        await().atMost(SOON).until(() -> waiting() == before + 1);
        assertThat(effects(event)).isZero();

        listener.failures.remove(event);
        assertThat(deadLetters.replay(DEAD_TOPIC).left()).isZero();
        await().atMost(SOON).until(() -> effects(event) == 1);
        assertThat(deadLetters.replay(DEAD_TOPIC).replayed()).isZero();

        producer.send(record(event, "{\"number\":1}")).get();
        await().atMost(SOON).until(() -> listener.tries(event) == 7);
        assertThat(effects(event)).isEqualTo(1);
    }

    @Test
    void outage_is_waited_out_and_nothing_is_put_aside() throws Exception {
        UUID event = Ids.next();
        listener.failures.put(event, new Problem(ProblemKind.UNAVAILABLE, "registry_unavailable"));
        long before = waiting();

        producer.send(record(event, "{\"number\":1}")).get();
        await().atMost(SOON).until(() -> listener.tries(event) >= 7);
        listener.failures.remove(event);

        await().atMost(SOON).until(() -> effects(event) == 1);
        assertThat(waiting()).isEqualTo(before);
    }

    private long waiting() {
        return deadLetters.counts().getOrDefault(DEAD_TOPIC, 0L);
    }

    private long effects(UUID event) {
        return jdbc.sql("select count(*) from effect where event_id = :id")
                .param("id", event)
                .query(Long.class)
                .single();
    }

    private static ProducerRecord<String, byte[]> record(UUID id, String json) {
        var row = new OutboxRow(
                1, id, TOPIC, "okno.thing.made.v1", Ids.next(), 1, null, json.getBytes(UTF_8), Instant.EPOCH);
        var record = new ProducerRecord<>(TOPIC, 0, row.aggregateId().toString(), row.payload());
        EventHeaders.write(record.headers(), row, "/test".getBytes(UTF_8));
        return record;
    }
}
