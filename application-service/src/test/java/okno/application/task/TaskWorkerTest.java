package okno.application.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import okno.application.task.persistence.TaskRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TaskWorkerTest {

    private static final int HANDS = 3;
    private static final Pace PACE =
            new Pace(Duration.ofMillis(5), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1), HANDS);

    private final Queue<UUID> due = new ConcurrentLinkedQueue<>();
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final Set<UUID> done = ConcurrentHashMap.newKeySet();
    private final Set<UUID> slow = ConcurrentHashMap.newKeySet();
    private final CountDownLatch released = new CountDownLatch(1);
    private final TaskWorker worker = new Worker(new Tasks());

    @AfterEach
    void stop() {
        released.countDown();
        worker.stop();
    }

    @Test
    void a_slow_task_holds_back_no_other() {
        UUID held = aTask();
        slow.add(held);
        worker.start();
        await().until(() -> inHand.contains(held));

        UUID first = aTask();
        UUID second = aTask();

        await().until(() -> done.containsAll(List.of(first, second)));
        assertThat(done).doesNotContain(held);
        released.countDown();
        await().until(() -> done.contains(held));
    }

    @Test
    void no_more_are_in_hand_than_it_has_hands_for() {
        for (int i = 0; i < 3 * HANDS; i++) {
            slow.add(aTask());
        }
        worker.start();

        await().until(() -> inHand.size() == HANDS);
        assertThat(due).hasSize(2 * HANDS);
        released.countDown();
        await().until(() -> done.containsAll(slow));
        assertThat(inHand).isEmpty();
    }

    private UUID aTask() {
        UUID task = UUID.randomUUID();
        due.add(task);
        return task;
    }

    private final class Worker extends TaskWorker {

        Worker(TaskRows tasks) {
            super("test", tasks, PACE, Clock.systemUTC());
        }

        @Override
        protected void handle(UUID task) {
            inHand.add(task);
            try {
                if (slow.contains(task)) {
                    released.await();
                }
                done.add(task);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                inHand.remove(task);
            }
        }
    }

    /** Tasks in memory: whoever is claimed is gone. */
    private final class Tasks extends TaskRows {

        Tasks() {
            super(JdbcClient.create(new DriverManagerDataSource()), "test", "id");
        }

        @Override
        public List<Claimed> claim(int limit, Instant now, Duration lease) {
            List<Claimed> claimed = new ArrayList<>();
            for (UUID task = due.poll(); task != null; task = claimed.size() < limit ? due.poll() : null) {
                claimed.add(new Claimed(task, 1));
            }
            return claimed;
        }
    }
}
