package okno.e2e.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okno.local.Stack;

/** Kills parts of the stack with SIGKILL, one at a time, at moments drawn from a seed, and starts them again. */
public final class Killer {

    private static final List<String> VICTIMS =
            List.of("application-service", "webhook-service", "notification-service", "kafka", "postgres");

    private final Stack stack;
    private final Random random;
    private final List<String> killed = new ArrayList<>();

    public Killer(Stack stack, long seed) {
        this.stack = stack;
        this.random = new Random(seed);
    }

    /** Every victim comes once before any comes again. */
    public void kill(int times) throws InterruptedException {
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            if (waiting.isEmpty()) {
                waiting.addAll(VICTIMS);
            }
            String victim = waiting.remove(random.nextInt(waiting.size()));
            Thread.sleep(Duration.ofMillis(1000 + random.nextInt(3000)));
            stack.kill(victim);
            killed.add(victim);
            Thread.sleep(Duration.ofMillis(random.nextInt(2000)));
            stack.restart(victim);
        }
    }

    public List<String> killed() {
        return List.copyOf(killed);
    }
}
