package okno.platform.messaging;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Gives each event one effect per consumer, however often Kafka delivers it. */
public class Inbox {

    private static final String INSERT =
            "insert into inbox (consumer, event_id) values (:consumer, :eventId) on conflict do nothing";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Inbox(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Runs the effect and remembers the event in one transaction, or does nothing when it is remembered already.
     *
     * @param consumer name of the consumer within this service; two consumers of one event remember it apart
     * @return true when the effect ran
     */
    public boolean once(String consumer, EventEnvelope event, Runnable effect) {
        Boolean ran = transaction.execute(status -> {
            if (jdbc.sql(INSERT)
                            .param("consumer", consumer)
                            .param("eventId", event.id())
                            .update()
                    == 0) {
                return false;
            }
            effect.run();
            return true;
        });
        return Boolean.TRUE.equals(ran);
    }
}
