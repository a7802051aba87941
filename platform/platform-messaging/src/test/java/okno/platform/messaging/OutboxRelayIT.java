package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import okno.platform.core.Ids;
import okno.platform.core.Trace;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void committed_event_arrives_and_its_row_is_gone() {
        try (var fixture = new OutboxFixture("relay.simple");
                var writer = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            fixture.startRelay();
            UUID aggregate = Ids.next();

            writer.inTransaction(() -> writer.outbox.append(fixture.event(aggregate, 7)));

            EventEnvelope event = reader.until(1, SOON).events.getFirst();
            assertThat(event.subject()).isEqualTo(aggregate.toString());
            assertThat(event.sequence()).isEqualTo(7);
            assertThat(event.source()).isEqualTo("/test");
            assertThat(new String(event.json())).isEqualTo("{\"version\":7}");
            await().until(() -> fixture.waiting() == 0);
        }
    }

    @Test
    void rolled_back_event_never_leaves() {
        try (var fixture = new OutboxFixture("relay.rollback");
                var writer = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            fixture.startRelay();

            writer.transaction.executeWithoutResult(status -> {
                writer.outbox.append(fixture.event(Ids.next(), 1));
                status.setRollbackOnly();
            });
            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), 2)));

            reader.until(1, SOON).toEnd();
            assertThat(reader.events).extracting(EventEnvelope::sequence).containsExactly(2L);
        }
    }

    @Test
    void append_refuses_what_could_never_be_sent() {
        try (var fixture = new OutboxFixture("relay.refused");
                var writer = fixture.writer()) {
            var large = new OutgoingEvent(fixture.topic, "t", Ids.next(), 1, Map.of("text", "x".repeat(300_000)));
            var nowhere = new OutgoingEvent("no such topic!", "t", Ids.next(), 1, Map.of());

            assertThatThrownBy(() -> writer.inTransaction(() -> writer.outbox.append(large)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.inTransaction(() -> writer.outbox.append(nowhere)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void event_that_commits_late_with_a_lower_id_is_still_sent() {
        try (var fixture = new OutboxFixture("relay.late");
                var slow = fixture.writer();
                var quick = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            fixture.startRelay();
            slow.transaction.executeWithoutResult(status -> {
                slow.outbox.append(fixture.event(Ids.next(), 1));
                inAnotherThread(() -> quick.inTransaction(() -> quick.outbox.append(fixture.event(Ids.next(), 2))));
                reader.until(1, SOON);
            });

            reader.until(2, SOON);
            assertThat(reader.events).extracting(EventEnvelope::sequence).containsExactly(2L, 1L);
        }
    }

    @Test
    void thousand_random_interleavings_of_commits_and_rollbacks_lose_and_invent_nothing() {
        try (var fixture = new OutboxFixture("relay.interleaved");
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            fixture.startRelay();
            Set<Long> committed = new HashSet<>();
            List<OutboxFixture.Writer> writers = List.of(fixture.writer(), fixture.writer(), fixture.writer());
            for (long seed = 0; seed < 1000; seed++) {
                interleave(fixture, writers, new Random(seed), seed * 100, committed);
            }
            writers.forEach(OutboxFixture.Writer::close);

            reader.until(committed.size(), SOON).toEnd();
            assertThat(reader.events.stream().map(EventEnvelope::sequence).toList())
                    .containsExactlyInAnyOrderElementsOf(committed);
        }
    }

    /** Three transactions of one thread: inserts, commits and rollbacks in a random order of the three. */
    private static void interleave(
            OutboxFixture fixture,
            List<OutboxFixture.Writer> writers,
            Random random,
            long firstVersion,
            Set<Long> committed) {
        long version = firstVersion;
        List<OutboxFixture.Writer> open = new ArrayList<>();
        Map<OutboxFixture.Writer, Set<Long>> written = new HashMap<>();
        for (var writer : writers) {
            writer.begin();
            written.put(writer, new HashSet<>());
            open.add(writer);
        }
        while (!open.isEmpty()) {
            var writer = open.get(random.nextInt(open.size()));
            if (random.nextInt(3) > 0) {
                version++;
                writer.insert(fixture.topic, Ids.next(), version);
                written.get(writer).add(version);
            } else {
                boolean commit = random.nextInt(4) > 0;
                writer.end(commit);
                if (commit) {
                    committed.addAll(written.get(writer));
                }
                open.remove(writer);
            }
        }
    }

    @Test
    void standby_takes_over_when_the_connection_of_the_active_relay_dies() {
        try (var fixture = new OutboxFixture("relay.standby");
                var writer = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            OutboxRelay first = fixture.startRelay();
            await().until(first::isActive);
            OutboxRelay second = fixture.startRelay();

            for (int version = 1; version <= 5; version++) {
                fixture.killActiveRelay();
                int current = version;
                writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), current)));
                reader.until(version, SOON);
            }
            await().until(() -> first.isActive() != second.isActive());
        }
    }

    @Test
    void standby_takes_over_when_the_active_relay_stops() {
        try (var fixture = new OutboxFixture("relay.stopped");
                var writer = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            OutboxRelay first = fixture.startRelay();
            await().until(first::isActive);
            OutboxRelay second = fixture.startRelay();

            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), 1)));
            first.stop();
            assertThat(fixture.waiting()).isZero();
            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), 2)));

            reader.until(2, SOON);
            assertThat(first.isActive()).isFalse();
            assertThat(second.isActive()).isTrue();
        }
    }

    @Test
    void event_is_read_by_the_sdk_of_cloudevents() {
        try (var fixture = new OutboxFixture("relay.cloudevents");
                var writer = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic);
                var sdk = new CloudEventDeserializer()) {
            fixture.startRelay();
            UUID aggregate = Ids.next();
            Trace trace = Trace.continueOrBegin(null);
            trace.enter();
            writer.inTransaction(() -> writer.outbox.append(fixture.event(aggregate, 3)));
            Trace.leave();

            ConsumerRecord<String, byte[]> received =
                    reader.until(1, SOON).records.getFirst();
            CloudEvent event = sdk.deserialize(received.topic(), received.headers(), received.value());

            assertThat(event.getId()).isEqualTo(reader.events.getFirst().id().toString());
            assertThat(event.getType()).isEqualTo("okno.test.changed.v1");
            assertThat(event.getSource()).hasToString("/test");
            assertThat(event.getSubject()).isEqualTo(aggregate.toString());
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getExtension("sequence")).isEqualTo("3");
            assertThat(event.getExtension("traceparent")).isEqualTo(trace.traceparent());
            assertThat(new String(event.getData().toBytes())).isEqualTo("{\"version\":3}");
        }
    }

    private static void inAnotherThread(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
