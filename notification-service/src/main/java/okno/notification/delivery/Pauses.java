package okno.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, with a fifth of jitter so that a recovery is no stampede. */
public final class Pauses {

    private Pauses() {}

    /** @param failures how many attempts have failed, 1 or more */
    public static Duration after(int failures, Duration first, Duration longest) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(failures - 1, 30));
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return Duration.ofMillis((long) (Math.min(doubled, longest.toMillis()) * jitter));
    }
}
