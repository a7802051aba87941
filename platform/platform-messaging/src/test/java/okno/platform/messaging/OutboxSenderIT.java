package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.platform.core.Ids;
import okno.platform.test.TestStack;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kafka is played by its own mock, which loses answers on order; only the topic is made on a real broker. */
@Timeout(30)
class OutboxSenderIT {

    private static final UUID FIRST = Ids.next();
    private static final UUID SECOND = Ids.next();

    @Test
    void what_was_acknowledged_is_reported_and_nothing_else() throws Exception {
        try (var sender = sender(null, null, null)) {
            OutboxSender.Sent sent = sender.send(List.of(row(1, FIRST), row(2, SECOND), row(3, FIRST)));

            assertThat(sent.ids()).containsExactly(1, 2, 3);
            assertThat(sent.failure()).isNull();
            assertThat(sender.isBroken()).isFalse();
        }
    }

    @Test
    void an_answer_that_is_lost_ends_the_producer_and_keeps_later_events_of_its_aggregate() throws Exception {
        try (var sender = sender(null, new TimeoutException("lost"), null)) {
            OutboxSender.Sent sent = sender.send(List.of(row(1, SECOND), row(2, FIRST), row(3, FIRST), row(4, SECOND)));

            // Row 3 may well be in Kafka, but ahead of row 2: it is sent again behind it.
            assertThat(sent.ids()).doesNotContain(2, 3).contains(1);
            assertThat(sent.failure()).isInstanceOf(TimeoutException.class);
            assertThat(sender.isBroken()).isTrue();
        }
    }

    @Test
    void an_event_that_kafka_refuses_for_good_holds_back_its_own_aggregate_only() throws Exception {
        try (var sender = sender(new RecordTooLargeException("too large"), null, null)) {
            OutboxSender.Sent sent = sender.send(List.of(row(1, FIRST), row(2, FIRST), row(3, SECOND)));

            assertThat(sent.ids()).containsExactly(3);
            assertThat(sender.isBroken()).isFalse();
        }
    }

    /** A sender whose Kafka answers so, one answer a record; null is a good answer. */
    private static OutboxSender sender(@Nullable RuntimeException... answers) {
        var producer =
                new MockProducer<>(
                        false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer()) {
                    private int next;

                    @Override
                    public synchronized void flush() {
                        boolean more = true;
                        while (more) {
                            RuntimeException failure = next < answers.length ? answers[next] : null;
                            next++;
                            // A producer that was closed gives up what it has not sent.
                            more = failure == null && !closed()
                                    ? completeNext()
                                    : errorNext(failure == null ? new KafkaException("closed") : failure);
                        }
                    }
                };
        MessagingProperties properties = OutboxFixture.properties();
        return new OutboxSender(producer, new Topics(properties, OutboxFixture.clients(TestStack.kafka())), "/test");
    }

    private static OutboxRow row(long id, UUID aggregate) {
        return new OutboxRow(
                id,
                Ids.next(),
                "sender.test",
                "okno.test.changed.v1",
                aggregate,
                id,
                null,
                new byte[] {'{', '}'},
                Instant.EPOCH);
    }
}
