package okno.webhook.delivery.domain;

import java.util.Arrays;

/** Median of the last answers of an endpoint, renewed with every eighth. Not thread-safe. */
public final class MedianDuration {

    private static final int SAMPLES = 31;
    private static final int EACH = 8;

    private final long[] nanos = new long[SAMPLES];
    private int count;
    private long median;

    public void add(long took) {
        nanos[count % SAMPLES] = took;
        count++;
        if (count < EACH || count % EACH == 0) {
            long[] sorted = Arrays.copyOf(nanos, Math.min(count, SAMPLES));
            Arrays.sort(sorted);
            median = sorted[sorted.length / 2];
        }
    }

    /** In nanoseconds; 0 before the first. */
    public long get() {
        return median;
    }
}
