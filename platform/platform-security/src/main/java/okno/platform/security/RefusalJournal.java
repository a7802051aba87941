package okno.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okno.platform.core.Caller;
import okno.platform.core.Caller.Kind;
import okno.platform.core.Ids;
import okno.platform.core.Trace;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the audit journal of tokens in wrong hands: one entry for a session (a machine: a client) and a reason in ten
 * minutes, and no more than sixty a minute from a process, whoever shows whatever how often. The gateway has no database
 * and so no outbox: entries go straight to Kafka, beside the request, and those that Kafka does not take are only counted.
 */
final class RefusalJournal implements DisposableBean {

    static final String TOPIC = "okno.platform.audit.v1";
    static final int MOST_A_MINUTE = 60;

    private static final Logger LOG = LoggerFactory.getLogger(RefusalJournal.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "okno.audit.recorded.v1";
    private static final String BASIS = "152-FZ art. 19";
    private static final Duration ONCE_IN = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 10_000;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final String component;
    private final Clock clock;
    private final Cache<Known, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(ONCE_IN)
            .build();
    private final Cache<Long, AtomicInteger> minutes =
            Caffeine.newBuilder().maximumSize(2).build();
    private @Nullable Producer<byte[], byte[]> producer;

    RefusalJournal(Supplier<Producer<byte[], byte[]>> producers, String component, Clock clock) {
        this.producers = producers;
        this.component = component;
        this.clock = clock;
    }

    private record Known(String id, RefusalReason reason) {}

    /** Contract {@code contracts/events/audit-recorded.v1}. Who showed the token is not known, so this process says it. */
    private record Entry(
            String actorId,
            String actorKind,
            String action,
            String objectType,
            String objectId,
            @Nullable String personId,
            String basis,
            String result,
            @Nullable String traceId) {}

    void tell(RefusalReason reason, Caller whose) {
        String session = whose.sessionId();
        String id = session == null ? whose.id() : session;
        if (told.asMap().putIfAbsent(new Known(id, reason), true) != null || isTooMuch()) {
            return;
        }
        Trace trace = Trace.current();
        var entry = new Entry(
                component,
                "SYSTEM",
                String.valueOf(reason.action()),
                session == null ? "client" : "session",
                id,
                whose.kind() == Kind.PERSON ? whose.id() : null,
                BASIS,
                "REFUSED",
                trace == null ? null : trace.traceId());
        // The first send of a producer waits for Kafka; nobody's answer does.
        Thread.ofVirtual().name("refusal").start(() -> send(entry));
    }

    private boolean isTooMuch() {
        long minute = clock.millis() / MINUTE.toMillis();
        return minutes.get(minute, any -> new AtomicInteger()).incrementAndGet() > MOST_A_MINUTE;
    }

    private void send(Entry entry) {
        try {
            open().send(record(entry, Ids.next(), clock.instant()), (sent, failed) -> {
                if (failed != null) {
                    LOG.warn("The journal does not hear of a refused token: {}", failed.toString());
                }
            });
        } catch (KafkaException | IllegalStateException failed) {
            LOG.warn("The journal does not hear of a refused token: {}", failed.toString());
        }
    }

    /** Made at the first refusal: most processes never have one. */
    private synchronized Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> known = producer;
        if (known == null) {
            known = producers.get();
            producer = known;
        }
        return known;
    }

    private ProducerRecord<byte[], byte[]> record(Entry entry, UUID id, Instant at) {
        var record = new ProducerRecord<>(TOPIC, id.toString().getBytes(UTF_8), JSON.writeValueAsBytes(entry));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_source", "/" + component);
        header(record, "ce_type", TYPE);
        header(record, "ce_subject", id.toString());
        header(record, "ce_time", at.toString());
        header(record, "ce_sequence", "1");
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
