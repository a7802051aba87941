package okno.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Does work at a fixed rate, whether or not earlier work has finished: a slow system cannot slow its own examination
 * (no coordinated omission). The number in flight is bounded; what finds no room counts as dropped.
 */
final class OpenLoop {

    private static final int IN_FLIGHT = 2_000;

    private final LongAdder dropped = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** Work that is told when it should have begun, in nanoseconds of {@link System#nanoTime()}. */
    @FunctionalInterface
    interface Work {
        void run(long intended) throws Exception;
    }

    void run(double perSecond, Duration time, Work work) {
        var room = new Semaphore(IN_FLIGHT);
        long begun = System.nanoTime();
        long count = (long) (perSecond * time.toNanos() / 1e9);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < count; i++) {
                long intended = begun + (long) (i * 1e9 / perSecond);
                LockSupport.parkNanos(intended - System.nanoTime());
                if (!room.tryAcquire()) {
                    dropped.increment();
                    continue;
                }
                workers.execute(() -> {
                    try {
                        work.run(intended);
                    } catch (Exception e) {
                        failed.increment();
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }

    long dropped() {
        return dropped.sum();
    }

    long failed() {
        return failed.sum();
    }
}
