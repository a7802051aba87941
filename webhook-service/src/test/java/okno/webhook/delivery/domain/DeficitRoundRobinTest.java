package okno.webhook.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import okno.webhook.delivery.domain.DeficitRoundRobin.Turn;
import org.junit.jupiter.api.Test;

class DeficitRoundRobinTest {

    private final DeficitRoundRobin<String> ring = new DeficitRoundRobin<>(4096);

    @Test
    void gives_equal_bytes_whatever_the_size_of_the_messages() {
        Map<String, Integer> cost = Map.of("small", 1_000, "large", 10_000);
        cost.keySet().forEach(who -> ring.join(new Turn<>(who)));
        Map<String, Integer> bytes = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            String next = ring.next(cost::get);
            bytes.merge(next, cost.get(next), Integer::sum);
        }

        assertThat((double) bytes.get("small") / bytes.get("large")).isBetween(0.95, 1.05);
    }

    @Test
    void who_has_nothing_to_send_leaves_and_comes_back_with_nothing_saved_up() {
        var busy = new Turn<>("busy");
        var idle = new Turn<>("idle");
        ring.join(busy);
        ring.join(idle);
        ring.join(busy);

        assertThat(ring.next(who -> who.equals("idle") ? 0 : 100)).isEqualTo("busy");
        assertThat(ring.next(who -> 0)).isNull();
        ring.join(idle);
        assertThat(ring.next(who -> 100)).isEqualTo("idle");
    }

    @Test
    void a_message_larger_than_the_quantum_waits_for_some_rounds_and_goes() {
        ring.join(new Turn<>("huge"));

        assertThat(ring.next(who -> 20_000)).isEqualTo("huge");
    }
}
