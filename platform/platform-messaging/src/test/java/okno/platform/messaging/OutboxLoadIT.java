package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import okno.platform.core.Ids;
import org.junit.jupiter.api.Test;

class OutboxLoadIT {

    private static final int WRITERS = 8;
    private static final int EVENTS = 100_000;
    private static final int EVENTS_PER_TRANSACTION = 5;
    private static final int AGGREGATES = 50;

    @Test
    void order_of_each_aggregate_holds_under_eight_writers_while_relays_are_killed() throws Exception {
        try (var fixture = new OutboxFixture("load.order");
                var reader = new TopicReader(fixture.clients, fixture.topic)) {
            List<UUID> aggregates = aggregates(fixture);
            fixture.startRelay();
            fixture.startRelay();
            var done = new AtomicBoolean();
            Thread killer = Thread.ofVirtual().start(() -> killRelays(fixture, done));
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int seed = i;
                writers.add(Thread.ofPlatform().start(() -> write(fixture, aggregates, new Random(seed))));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            done.set(true);
            killer.join();

            reader.until(EVENTS, Duration.ofSeconds(60)).toEnd();
            assertThat(reader.ids()).hasSize(EVENTS);
            assertThat(reader.inversions()).isZero();
            reader.versions().values().forEach(versions -> assertThat(versions)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, versions.size()).boxed().toList()));
            await().atMost(Duration.ofSeconds(30)).until(() -> fixture.waiting() == 0);
        }
    }

    private static List<UUID> aggregates(OutboxFixture fixture) {
        fixture.jdbc
                .sql("create table aggregate (id uuid primary key, version bigint not null)")
                .update();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < AGGREGATES; i++) {
            UUID id = Ids.next();
            ids.add(id);
            fixture.jdbc
                    .sql("insert into aggregate values (:id, 0)")
                    .param("id", id)
                    .update();
        }
        return ids;
    }

    private static void write(OutboxFixture fixture, List<UUID> aggregates, Random random) {
        try (var writer = fixture.writer()) {
            for (int i = 0; i < EVENTS / WRITERS / EVENTS_PER_TRANSACTION; i++) {
                UUID aggregate = aggregates.get(random.nextInt(aggregates.size()));
                writer.inTransaction(() -> {
                    long version = writer.jdbc
                            .sql("update aggregate set version = version + :n where id = :id returning version")
                            .param("n", EVENTS_PER_TRANSACTION)
                            .param("id", aggregate)
                            .query(Long.class)
                            .single();
                    for (int n = EVENTS_PER_TRANSACTION - 1; n >= 0; n--) {
                        writer.outbox.append(fixture.event(aggregate, version - n));
                    }
                });
            }
        }
    }

    private static void killRelays(OutboxFixture fixture, AtomicBoolean done) {
        try {
            while (!done.get()) {
                Thread.sleep(700);
                fixture.killActiveRelay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
