package okno.webhook.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.webhook.WebhookServiceTestCase;
import okno.webhook.delivery.persistence.PendingDeliveries.Expected;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read of a backlog must not depend on its length. */
class PendingDeliveriesIT extends WebhookServiceTestCase {

    private static final int BACKLOG = 50_000;

    @Autowired
    private PendingDeliveries pending;

    @Test
    void the_next_rows_of_a_long_backlog_are_found_by_their_keys() {
        UUID endpoint = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_pending (endpoint_id, id, event_id, subject, step, due_at, created_at)
                select :endpoint, delivery_id(:endpoint, n), uuidv7(), gen_random_uuid(), (n % 10 = 0)::int, now(), now()
                from generate_series(1, :count) n
                """).param("endpoint", endpoint).param("count", BACKLOG).update();
        jdbc.sql("analyze delivery_pending").update();

        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers, costs off) " + PendingDeliveries.LOAD)
                        .param("endpoints", new String[] {endpoint.toString()})
                        .param("after", new String[] {new UUID(0, 0).toString()})
                        .param("limits", new String[] {"128"})
                        .param("ordered", new String[] {"false"})
                        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .query(String.class)
                        .list());

        assertThat(plan)
                .contains("delivery_pending_pkey", "delivery_pending_retry")
                .doesNotContain("Seq Scan on delivery_pending");
        jdbc.sql("delete from delivery_pending where endpoint_id = :id")
                .param("id", endpoint)
                .update();
    }

    @Test
    void rows_that_somebody_is_busy_with_are_no_work() {
        UUID endpoint = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_pending (endpoint_id, id, event_id, subject, step, due_at, created_at)
                select :endpoint, delivery_id(:endpoint, n), uuidv7(), gen_random_uuid(), (n > 3)::int, now(), now()
                from generate_series(1, 5) n
                """).param("endpoint", endpoint).update();

        assertThat(work(endpoint, 0, 0)).containsExactly(endpoint);
        assertThat(work(endpoint, 2, 2)).containsExactly(endpoint);
        assertThat(work(endpoint, 3, 1)).containsExactly(endpoint);
        assertThat(work(endpoint, 3, 2)).isEmpty();
        jdbc.sql("delete from delivery_pending where endpoint_id = :id")
                .param("id", endpoint)
                .update();
    }

    private List<UUID> work(UUID endpoint, int fresh, int again) {
        return pending.withWork(
                List.of(new Expected(endpoint, fresh, again)), Instant.now().plusSeconds(1));
    }
}
