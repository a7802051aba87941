package okno.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with an outbox, writers of their own connection each, and as many relays as a test starts. */
final class OutboxFixture implements AutoCloseable {

    final String topic;
    final TestDatabase database;
    final JdbcClient jdbc;
    final KafkaClients clients;
    final RelaySignal signal = new RelaySignal();

    private final MessagingProperties properties;
    private final List<OutboxRelay> relays = new ArrayList<>();

    OutboxFixture(String topic) {
        this(topic, TestStack.database(List.of("classpath:db/platform")), TestStack.kafka());
    }

    OutboxFixture(String topic, TestDatabase database, String kafka) {
        this.topic = topic;
        this.database = database;
        this.jdbc = database.jdbc();
        this.clients = clients(kafka);
        this.properties = properties();
    }

    static KafkaClients clients(String bootstrap) {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(bootstrap));
        kafka.getProperties().put("reconnect.backoff.max.ms", "200");
        return new KafkaClients(kafka);
    }

    static MessagingProperties properties() {
        return new MessagingProperties(
                "/test",
                List.of(),
                List.of(),
                3,
                (short) 1,
                2000,
                Duration.ofMillis(3),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofDays(14),
                false);
    }

    OutboxRelay startRelay() {
        return startRelay(clients);
    }

    OutboxRelay startRelay(KafkaClients kafka) {
        var relay = new OutboxRelay(
                properties,
                () -> OutboxConnection.open(database.url(), database.user(), database.password()),
                () -> new OutboxSender(kafka.relayProducer(), new Topics(properties, kafka), properties.source()),
                signal);
        relays.add(relay);
        relay.start();
        return relay;
    }

    /** Terminates the connection of the relay that is active, as a failover of the database would. */
    void killActiveRelay() {
        jdbc.sql("""
                select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and granted
                  and database = (select oid from pg_database where datname = current_database())
                """).query().listOfRows();
    }

    long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    Writer writer() {
        return new Writer();
    }

    OutgoingEvent event(UUID aggregate, long version) {
        return new OutgoingEvent(topic, "okno.test.changed.v1", aggregate, version, Map.of("version", version));
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::stop);
    }

    /** Writes from one connection; a transaction may be begun and ended apart. */
    final class Writer implements AutoCloseable {

        final SingleConnectionDataSource connection = new SingleConnectionDataSource(
                database.url() + (database.url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true",
                database.user(),
                database.password(),
                true);
        final JdbcClient jdbc = JdbcClient.create(connection);
        final Outbox outbox = new Outbox(jdbc, signal);
        final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));

        void inTransaction(Runnable work) {
            transaction.executeWithoutResult(status -> work.run());
        }

        <T> T inTransaction(Supplier<T> work) {
            return transaction.execute(status -> work.get());
        }

        /** Begins a transaction that Spring does not see, so that one thread can hold several. */
        void begin() {
            jdbc.sql("begin").update();
        }

        void insert(String topic, UUID aggregate, long version) {
            jdbc.sql("""
                    insert into outbox (event_id, topic, type, aggregate_id, version, payload)
                    values (:id, :topic, 'okno.test.changed.v1', :aggregate, :version, '{}')
                    """)
                    .param("id", UUID.randomUUID())
                    .param("topic", topic)
                    .param("aggregate", aggregate)
                    .param("version", version)
                    .update();
        }

        void end(boolean commit) {
            jdbc.sql(commit ? "commit" : "rollback").update();
        }

        @Override
        public void close() {
            connection.destroy();
        }
    }
}
