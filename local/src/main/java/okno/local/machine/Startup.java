package okno.local.machine;

import java.util.ArrayList;
import java.util.List;

/** How Java programs of a stack are started. */
public enum Startup {
    /** Unpacked jars, AOT cache, first compiler only: soonest ready, least memory. What {@code okno up} uses. */
    QUICK(List.of("-XX:TieredStopAtLevel=1")),

    /** As quick, but both compilers: for measuring throughput. */
    THROUGHPUT(List.of()),

    /** As quick, and Keycloak records what its next starts load: for making the cache. */
    TRAINING(QUICK.compiler),

    /**
     * Fat jars, every program as it is shipped (a stock Keycloak builds itself at each start), all at once: what to
     * compare with.
     */
    NAIVE(List.of());

    /** Enough to fill two cores; more at once only makes all of them late. */
    private static final int PARALLEL = 3;

    private final List<String> compiler;

    Startup(List<String> compiler) {
        this.compiler = compiler;
    }

    /** JVM options; those that shape the heap must be the same when the AOT cache is made and used. */
    public List<String> options() {
        if (this == NAIVE) {
            return List.of();
        }
        var all = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms64m", "-Xmx192m", "-Xss512k"));
        all.addAll(compiler);
        return all;
    }

    /** How many programs may be starting at the same time. */
    public int parallel() {
        return this == NAIVE ? Integer.MAX_VALUE : PARALLEL;
    }
}
