package okno.webhook.delivery.domain;

/**
 * How many attempts an endpoint takes at a time: additive increase, multiplicative decrease (as TCP, RFC 5681), with a
 * slow start that doubles with each round until the first sign of trouble. A sign is a failure, or an answer that took
 * four times as long as usual. What began before the last decrease says nothing new and decreases nothing.
 *
 * <p>Times are {@code System.nanoTime()}. Not thread-safe.
 */
public final class ConcurrencyLimit {

    private static final double AFTER_FAILURE = 0.5;
    private static final double AFTER_SLOWNESS = 0.8;
    private static final double SLOW_FACTOR = 4;
    /** Below this nothing is slow: it is the noise of a busy machine. */
    private static final long SLOW_FLOOR_NANOS = 250_000_000;

    private static final double USUAL_WEIGHT = 0.02;

    private final int highest;
    private double limit;
    private double slowStartUntil;
    private double usualNanos;
    private long decreasedAt;
    private boolean everDecreased;

    /** @param first where an endpoint begins that nothing is known of */
    public ConcurrencyLimit(int first, int highest) {
        this.highest = highest;
        this.limit = Math.min(first, highest);
        this.slowStartUntil = highest;
    }

    /** Attempts at a time, at least one. */
    public int get() {
        return Math.max(1, (int) limit);
    }

    /** An attempt that began then was answered now, and well. */
    public void succeeded(long began, long now) {
        long took = now - began;
        boolean slow = usualNanos > 0 && took > Math.max(SLOW_FLOOR_NANOS, SLOW_FACTOR * usualNanos);
        usualNanos = usualNanos == 0 ? took : usualNanos + USUAL_WEIGHT * (took - usualNanos);
        if (slow) {
            decrease(AFTER_SLOWNESS, began, now);
        } else {
            limit = Math.min(highest, limit < slowStartUntil ? limit + 1 : limit + 1 / limit);
        }
    }

    /** An attempt that began then failed now. */
    public void failed(long began, long now) {
        decrease(AFTER_FAILURE, began, now);
    }

    /** Begins with one again, and doubles up to half of what was possible before: nobody recovers all at once. */
    public void restart() {
        slowStartUntil = Math.max(2, slowStartUntil);
        limit = 1;
    }

    private void decrease(double factor, long began, long now) {
        if (everDecreased && began < decreasedAt) {
            return;
        }
        limit = Math.max(1, limit * factor);
        slowStartUntil = limit;
        decreasedAt = now;
        everDecreased = true;
    }
}
