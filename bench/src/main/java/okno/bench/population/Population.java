package okno.bench.population;

import java.time.LocalDate;

/**
 * How much is invented.
 *
 * @param applications all together; a fifth as many people, and a tenth of them belong to one company
 * @param day the last of the three years in which they were made
 */
public record Population(int applications, LocalDate day) {

    /** Others come out of another seed. */
    public static final long SEED = 20_260;

    /** To be raised when what is invented, or how, changes. */
    public static final int FORMAT = 1;

    private static final String ROWS = "OKNO_BENCH_ROWS";

    /** A million applications, unless the environment says less. */
    public static Population usual(LocalDate day) {
        String rows = System.getenv(ROWS);
        return new Population(rows == null ? 1_000_000 : Integer.parseInt(rows), day);
    }

    public int people() {
        return applications / 5;
    }

    int companies() {
        return Math.max(2, applications / 500);
    }
}
