package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okno.platform.core.Ids;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class OutboxOutageIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void events_wait_for_kafka_and_none_is_lost() throws Exception {
        var broker = new EmbeddedKafkaKraftBroker(1, 3, "outage.kafka");
        broker.kafkaPorts(freePort());
        broker.afterPropertiesSet();
        try (var fixture = new OutboxFixture(
                        "outage.kafka",
                        TestStack.database(List.of("classpath:db/platform")),
                        broker.getBrokersAsString());
                var writer = fixture.writer();
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            fixture.startRelay();
            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), 1)));
            reader.until(1, SOON);

            broker.getCluster().brokers().get(0).shutdown();
            for (int version = 2; version <= 500; version++) {
                int current = version;
                writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), current)));
            }
            assertThat(fixture.waiting()).isPositive();
            broker.getCluster().brokers().get(0).startup();

            reader.until(500, SOON);
            await().atMost(SOON).until(() -> fixture.waiting() == 0);
        } finally {
            broker.destroy();
        }
    }

    @Test
    void relay_stops_in_seconds_although_kafka_is_away() throws Exception {
        try (var fixture = new OutboxFixture(
                        "outage.stop",
                        TestStack.database(List.of("classpath:db/platform")),
                        "localhost:" + freePort());
                var writer = fixture.writer()) {
            OutboxRelay relay = fixture.startRelay();
            await().until(relay::isActive);
            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), 1)));

            long begun = System.nanoTime();
            relay.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
            assertThat(fixture.waiting()).isEqualTo(1);
        }
    }

    @Test
    void relay_comes_back_after_postgresql_was_restarted(@TempDir Path directory) throws Exception {
        int port = freePort();
        EmbeddedPostgres server = postgres(directory, port);
        var database = new TestDatabase("postgres", server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/platform")
                .load()
                .migrate();
        try (var fixture = new OutboxFixture("outage.database", database, TestStack.kafka());
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            fixture.startRelay();
            append(fixture, 1);
            reader.until(1, SOON);

            server.close();
            server = postgres(directory, port);
            append(fixture, 2);

            reader.until(2, SOON);
            await().atMost(SOON).until(() -> fixture.waiting() == 0);
        } finally {
            server.close();
        }
    }

    private static void append(OutboxFixture fixture, long version) {
        try (var writer = fixture.writer()) {
            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), version)));
        }
    }

    private static EmbeddedPostgres postgres(Path directory, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(directory.resolve("data")))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
