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
    private final List<String> victims;
    private final Random random;
    private final Runnable untilAtWork;
    private final List<Kill> kills = new ArrayList<>();

    public Killer(Stack stack, long seed) {
        this(stack, VICTIMS, seed, () -> {});
    }

    /** @param untilAtWork returns when what was killed does its work again, so that each kill meets work under way */
    public Killer(Stack stack, List<String> victims, long seed, Runnable untilAtWork) {
        this.stack = stack;
        this.victims = List.copyOf(victims);
        this.random = new Random(seed);
        this.untilAtWork = untilAtWork;
    }

    /** A part that was gone at this moment of {@link System#nanoTime()}. */
    public record Kill(String victim, long at) {}

    /** Every victim comes once before any comes again. */
    public void kill(int times) throws InterruptedException {
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            if (waiting.isEmpty()) {
                waiting.addAll(victims);
            }
            String victim = waiting.remove(random.nextInt(waiting.size()));
            Thread.sleep(Duration.ofMillis(1000 + random.nextInt(3000)));
            stack.kill(victim);
            kills.add(new Kill(victim, System.nanoTime()));
            Thread.sleep(Duration.ofMillis(random.nextInt(2000)));
            stack.restart(victim);
            untilAtWork.run();
        }
    }

    public List<String> killed() {
        return kills.stream().map(Kill::victim).toList();
    }

    public List<Kill> kills() {
        return List.copyOf(kills);
    }
}
