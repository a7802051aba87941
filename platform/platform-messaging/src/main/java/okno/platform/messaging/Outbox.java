package okno.platform.messaging;

import java.util.regex.Pattern;
import okno.platform.core.Ids;
import okno.platform.core.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes events with the transaction that caused them: the event is a row until Kafka has acknowledged it, so it
 * leaves if and only if the transaction commits.
 *
 * <p>Save the aggregate before appending its event: the aggregate's row lock then makes the order of rows the order of
 * commits for that aggregate.
 */
public class Outbox {

    /** Events are thin; one that is larger is a mistake, and Kafka would refuse it after the fact. */
    static final int MAX_PAYLOAD_BYTES = 256 * 1024;

    /** Checked here, where the mistake is made: the relay could only try for ever. */
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9._-]{1,200}");

    private static final String INSERT = """
            insert into outbox (event_id, topic, type, aggregate_id, version, traceparent, payload)
            values (:eventId, :topic, :type, :aggregateId, :version, :traceparent, :payload)
            """;

    private final JdbcClient jdbc;
    private final RelaySignal signal;

    Outbox(JdbcClient jdbc, RelaySignal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /** Appends the event to the current transaction; it is an error to call it outside one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(OutgoingEvent event) {
        if (!TOPIC.matcher(event.topic()).matches()) {
            throw new IllegalArgumentException("not a topic: " + event.topic());
        }
        byte[] payload = EventJson.write(event.data());
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(event.type() + " is larger than " + MAX_PAYLOAD_BYTES + " bytes");
        }
        Trace trace = Trace.current();
        jdbc.sql(INSERT)
                .param("eventId", Ids.next())
                .param("topic", event.topic())
                .param("type", event.type())
                .param("aggregateId", event.aggregateId())
                .param("version", event.version())
                .param("traceparent", trace == null ? null : trace.traceparent())
                .param("payload", payload)
                .update();
        wakeRelayAfterCommit();
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
    }
}
