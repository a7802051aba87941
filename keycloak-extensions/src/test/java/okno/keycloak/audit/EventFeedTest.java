package okno.keycloak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventFeedTest {

    static final long NOTHING = Long.MAX_VALUE;

    final AtomicInteger attempts = new AtomicInteger();
    final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
                    attempts.incrementAndGet();
                    return super.send(message, callback);
                }
            };
    final Stored stored = new Stored();
    EventFeed feed;

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void sends_what_was_committed() {
        start(10, NOTHING);
        Message message = message(5);

        feed.offer(message);

        await().untilAsserted(
                        () -> assertThat(sent()).containsExactly(message.id().toString()));
        assertThat(stored.asked).isEmpty();
    }

    @Test
    void sends_at_its_start_what_may_have_been_lost_before() {
        Message before = message(5);
        stored.kept.add(before);

        start(10, 3);

        await().untilAsserted(
                        () -> assertThat(sent()).containsExactly(before.id().toString()));
        assertThat(stored.asked).containsExactly(3L);
    }

    @Test
    void reads_from_the_store_what_found_no_room() {
        start(1, NOTHING, false);
        Message first = message(5);
        Message second = message(6);
        Message third = message(7);
        stored.kept.addAll(List.of(first, second, third));
        feed.offer(first);
        feed.offer(second);
        feed.offer(third);

        feed.start();

        await().untilAsserted(() -> assertThat(sent())
                .contains(
                        first.id().toString(),
                        second.id().toString(),
                        third.id().toString()));
        assertThat(stored.asked).containsExactly(6L);
    }

    @Test
    void reads_from_the_store_what_kafka_did_not_take() {
        kafka.sendException = new TimeoutException("no broker");
        start(10, NOTHING);
        Message message = message(5);
        stored.kept.add(message);

        feed.offer(message);
        await().until(() -> !stored.asked.isEmpty());
        assertThat(sent()).isEmpty();
        kafka.sendException = null;

        await().untilAsserted(() -> assertThat(sent()).contains(message.id().toString()));
        assertThat(stored.asked).containsOnly(5L);
    }

    @Test
    void gives_a_page_up_at_its_first_failure() {
        kafka.sendException = new TimeoutException("no broker");
        stored.kept.addAll(List.of(message(5), message(6), message(7)));
        start(10, 3);

        await().until(() -> stored.asked.size() > 2);
        feed.close();

        assertThat(attempts.get()).isLessThanOrEqualTo(stored.asked.size());
    }

    @Test
    void tries_again_when_the_store_cannot_be_read() {
        stored.broken = true;
        Message before = message(5);
        stored.kept.add(before);
        start(10, 3);
        await().until(() -> stored.asked.size() > 1);

        stored.broken = false;

        await().untilAsserted(
                        () -> assertThat(sent()).containsExactly(before.id().toString()));
    }

    private void start(int buffer, long missedSince) {
        start(buffer, missedSince, true);
    }

    private void start(int buffer, long missedSince, boolean now) {
        feed = new EventFeed(kafka, stored, buffer, missedSince, Duration.ofMillis(20));
        if (now) {
            feed.start();
        }
    }

    private List<String> sent() {
        return kafka.history().stream()
                .map(sent -> new String(sent.headers().lastHeader("ce_id").value()))
                .toList();
    }

    private static Message message(long time) {
        Event event = UserEventsTest.event(EventType.LOGIN);
        event.setTime(time);
        return UserEvents.of(event).getFirst();
    }

    static class Stored implements EventFeed.StoredEvents {

        final List<Message> kept = new CopyOnWriteArrayList<>();
        final List<Long> asked = new CopyOnWriteArrayList<>();
        volatile boolean broken;

        @Override
        public boolean since(long millis, Function<List<Message>, Boolean> page) {
            asked.add(millis);
            if (broken) {
                throw new IllegalStateException("no database");
            }
            return page.apply(new ArrayList<>(
                    kept.stream().filter(message -> message.time() >= millis).toList()));
        }
    }
}
