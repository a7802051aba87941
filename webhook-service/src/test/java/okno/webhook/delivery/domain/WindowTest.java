package okno.webhook.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private final Window ordered = new Window(true);

    @Test
    void in_order_only_the_first_of_each_subject_may_go() {
        PendingDelivery a1 = row(A, 1, 0);
        PendingDelivery a2 = row(A, 2, 0);
        PendingDelivery b1 = row(B, 3, 0);
        offer(a1, a2, b1);

        assertThat(ordered.take()).isEqualTo(a1);
        assertThat(ordered.take()).isEqualTo(b1);
        assertThat(ordered.peek()).isNull();
        ordered.done(a1);
        assertThat(ordered.take()).isEqualTo(a2);
    }

    @Test
    void a_failure_stops_its_subject_until_the_retry_is_done_and_no_other() {
        PendingDelivery a1 = row(A, 1, 0);
        PendingDelivery a2 = row(A, 2, 0);
        PendingDelivery b1 = row(B, 3, 0);
        offer(a1, a2, b1);
        ordered.take();

        assertThat(ordered.block(a1)).containsExactly(a2);
        assertThat(ordered.offer(row(A, 4, 0))).isFalse();
        assertThat(ordered.take()).isEqualTo(b1);

        PendingDelivery retry = row(A, 1, 1);
        offer(retry);
        assertThat(ordered.take()).isEqualTo(retry);
        ordered.done(retry);
        assertThat(ordered.offer(a2)).isFalse();
        ordered.unblock(A);
        assertThat(ordered.offer(a2)).isTrue();
    }

    @Test
    void what_failed_with_its_endpoint_keeps_its_place_before_others_of_the_subject() {
        PendingDelivery a1 = row(A, 1, 0);
        PendingDelivery a2 = row(A, 2, 0);
        PendingDelivery b1 = row(B, 3, 0);
        offer(a1, a2, b1);
        ordered.putBack(ordered.take());

        assertThat(ordered.take()).isEqualTo(b1);
        assertThat(ordered.take()).isEqualTo(a1);
        assertThat(ordered.peek()).isNull();
    }

    @Test
    void a_subject_with_one_under_way_from_before_waits_for_it() {
        ordered.occupy(A);
        PendingDelivery a2 = row(A, 2, 0);
        offer(a2);
        assertThat(ordered.peek()).isNull();

        ordered.done(row(A, 1, 0));
        assertThat(ordered.peek()).isEqualTo(a2);
    }

    @Test
    void without_order_everything_may_go() {
        var window = new Window(false);
        window.offer(row(A, 1, 0));
        window.offer(row(A, 2, 0));
        window.take();
        window.take();

        assertThat(window.size()).isZero();
    }

    private void offer(PendingDelivery... rows) {
        for (PendingDelivery row : rows) {
            assertThat(ordered.offer(row)).isTrue();
        }
    }

    private static PendingDelivery row(UUID subject, long id, int step) {
        return new PendingDelivery(
                new UUID(9, 9),
                new UUID(id, 0),
                new UUID(id, 1),
                subject,
                step,
                0,
                null,
                Instant.EPOCH,
                "type",
                Instant.EPOCH,
                new byte[10]);
    }
}
