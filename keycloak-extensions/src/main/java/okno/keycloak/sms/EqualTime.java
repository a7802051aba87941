package okno.keycloak.sms;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets an answer take the same time whether a message was sent or not, unless its provider is slower than this. */
final class EqualTime {

    private static final Duration LEAST = Duration.ofMillis(600);

    private EqualTime() {}

    static void spend(Runnable work) {
        long end = System.nanoTime() + LEAST.toNanos();
        work.run();
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
