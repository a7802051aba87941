package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Sends a batch of outbox rows to Kafka and says which of them are safe there. */
final class OutboxSender implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final byte[] source;
    private Duration patience = Duration.ofSeconds(5);
    private volatile boolean broken;

    OutboxSender(Producer<String, byte[]> producer, Topics topics, String source) {
        this.producer = producer;
        this.topics = topics;
        this.source = source.getBytes(UTF_8);
    }

    /**
     * What became of a batch.
     *
     * @param ids rows that Kafka has
     * @param failure why the others are not there; null when all are
     */
    record Sent(long[] ids, @Nullable Throwable failure) {}

    /**
     * Sends the rows in their order. An event that Kafka refuses holds back the later events of its aggregate, and of no
     * other; when Kafka does not answer at all, the rest of the batch is left for later.
     */
    Sent send(List<OutboxRow> rows) throws InterruptedException {
        List<@Nullable Future<RecordMetadata>> answers = new ArrayList<>(rows.size());
        Set<UUID> heldBack = new HashSet<>();
        for (OutboxRow row : rows) {
            if (!heldBack.isEmpty() && heldBack.contains(row.aggregateId())) {
                answers.add(null);
                continue;
            }
            topics.ensure(row.topic());
            Future<RecordMetadata> answer = producer.send(message(row), (metadata, failure) -> breakOff(failure));
            answers.add(answer);
            if (answer.isDone() && answer.state() == Future.State.FAILED) {
                heldBack.add(row.aggregateId());
                if (answer.exceptionNow() instanceof RetriableException) {
                    break;
                }
            }
        }
        producer.flush();
        return acknowledged(rows, answers);
    }

    /**
     * Ends the producer on the thread that sends, before it sends more: what follows the lost batch would otherwise be
     * numbered anew and overtake it. The rows are all in the outbox and are sent again, in order, by the next producer.
     */
    private void breakOff(@Nullable Exception failure) {
        if (failure instanceof RetriableException && !broken) {
            broken = true;
            producer.close(Duration.ZERO);
        }
    }

    /** True when Kafka did not answer in time: this sender sends nothing any more. */
    boolean isBroken() {
        return broken;
    }

    private static Sent acknowledged(List<OutboxRow> rows, List<@Nullable Future<RecordMetadata>> answers)
            throws InterruptedException {
        long[] ids = new long[answers.size()];
        int count = 0;
        Set<UUID> heldBack = new HashSet<>();
        Throwable failure = null;
        for (int i = 0; i < answers.size(); i++) {
            OutboxRow row = rows.get(i);
            Future<RecordMetadata> answer = answers.get(i);
            if (answer == null) {
                continue;
            }
            try {
                answer.get();
                if (heldBack.isEmpty() || !heldBack.contains(row.aggregateId())) {
                    ids[count++] = row.id();
                }
            } catch (ExecutionException e) {
                heldBack.add(row.aggregateId());
                // The first one is the reason; those after it only say that the producer was ended.
                failure = failure == null ? e.getCause() : failure;
            }
        }
        return new Sent(Arrays.copyOf(ids, count), failure);
    }

    /** Closes at once instead of waiting for what is still on its way: its rows are in the outbox and are sent again. */
    void abandon() {
        patience = Duration.ZERO;
    }

    @Override
    public void close() {
        producer.close(patience);
    }

    private ProducerRecord<String, byte[]> message(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.aggregateId().toString(), row.payload());
        EventHeaders.write(message.headers(), row, source);
        return message;
    }
}
