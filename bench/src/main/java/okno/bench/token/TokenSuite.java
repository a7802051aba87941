package okno.bench.token;

import java.util.Collection;
import okno.bench.Report;
import okno.bench.Suite;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the check of a token adds to a request at a service: a token that is known, one that is new, and one with a DPoP proof;
 * with native cryptography and with the JDK's. The cost of the same chain without a token is taken off.
 */
public final class TokenSuite implements Suite {

    private static final String NAME = "token: what its check adds";

    @Override
    public void run(Settings settings, Report report) throws Exception {
        var options = new OptionsBuilder()
                .include(TokenCheck.class.getName())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .timeout(TimeValue.minutes(2));
        if (settings.quick()) {
            options.warmupIterations(1).measurementIterations(1);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        for (String crypto : new String[] {"true", "false"}) {
            String with = crypto.equals("true") ? "native" : "JDK";
            double nothing = micros(results, "nobody", crypto, "10000");
            add(report, "known token, " + with, micros(results, "bearer", crypto, "10000") - nothing, "goal 20");
            add(report, "new token, RS256, " + with, micros(results, "bearer", crypto, "0") - nothing, "goal 60");
            add(
                    report,
                    "known token and DPoP proof, ES256, " + with,
                    micros(results, "dpop", crypto, "10000") - nothing,
                    "goal 150 native");
        }
    }

    private static void add(Report report, String what, double micros, String note) {
        report.add(NAME, what, micros, "us", note);
    }

    /** Of one call: the median of the rounds. */
    private static double micros(Collection<RunResult> results, String method, String crypto, String cache) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> result.getParams().getParam("nativeCrypto").equals(crypto))
                .filter(result -> result.getParams().getParam("tokenCacheSize").equals(cache))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(50) / TokenCheck.CALLS)
                .findFirst()
                .orElseThrow();
    }
}
