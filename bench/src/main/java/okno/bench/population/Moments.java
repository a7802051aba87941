package okno.bench.population;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** When applications begin: over three years, more and more of them, in weeks and days as people live. */
record Moments(Instant end, int count) {

    private static final double DAYS = 3 * 364;
    private static final double GROWTH = 0.7;
    /** Shares of the days, from Monday. */
    private static final double[] WEEK = {0.18, 0.17, 0.16, 0.16, 0.15, 0.09, 0.09};
    /** Shares of the hours, from midnight in Moscow. */
    private static final double[] DAY = {
        1.5, 0.8, 0.5, 0.5, 0.7, 1.2, 2, 3, 5, 7, 7.5, 7, 6.5, 6.5, 6.5, 6, 5.5, 5, 5, 5.5, 6, 5.5, 4, 2
    };

    /** The beginning of one of them, in the order of time. */
    Instant of(int place) {
        double day = Math.pow((double) place / count, GROWTH) * DAYS;
        double week = Math.floor(day / 7);
        double inWeek = spread(day / 7 - week, week());
        double whole = Math.floor(inWeek);
        double hour = spread(inWeek - whole, DAY);
        double days = week * 7 + whole + hour / DAY.length;
        return end.minus((long) ((DAYS - days) * 86_400_000), ChronoUnit.MILLIS);
    }

    /** The shares from the day of the week on which everything begins, which is the one on which it ends. */
    private double[] week() {
        int first = end.atZone(Story.ZONE).getDayOfWeek().getValue() - 1;
        double[] shares = new double[WEEK.length];
        for (int i = 0; i < WEEK.length; i++) {
            shares[i] = WEEK[(first + i) % WEEK.length];
        }
        return shares;
    }

    /** Bends a share of a period so that its parts get their own shares of what happens. */
    private static double spread(double share, double[] shares) {
        double sum = 0;
        for (double one : shares) {
            sum += one;
        }
        double left = share * sum;
        for (int i = 0; i < shares.length; i++) {
            if (left < shares[i]) {
                return i + left / shares[i];
            }
            left -= shares[i];
        }
        return shares.length - 1e-9;
    }

    /** A UUID of version 7 of that moment. */
    static UUID id(Instant at, RandomGenerator random) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
