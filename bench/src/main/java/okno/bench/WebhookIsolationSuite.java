package okno.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import okno.bench.FastSink.Behaviour;
import okno.bench.WebhookRig.WebhookEndpoint;
import org.HdrHistogram.Histogram;

/**
 * What a hundred endpoints are to each other. The same events go to all of them twice: when all work, and when ten hang,
 * ten fail and five are not there; in turn. Looked at are the seventy-five that work both times.
 */
final class WebhookIsolationSuite implements Suite {

    private static final String NAME = "webhook: isolation, 100 endpoints, 25 of them bad";
    private static final int HEALTHY = 75;
    private static final int HANG = 10;
    private static final int FAIL = 10;
    private static final int UNREACHABLE = 5;
    private static final int RATE = 1_500;

    private final ArrivalLog log = new ArrivalLog();
    private final Predicate<String> healthy = path -> Integer.parseInt(path.substring(4)) < HEALTHY;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int seconds = settings.quick() ? 3 : 15;
        int rounds = settings.quick() ? 1 : 2;
        int backlog = settings.quick() ? 100 : 300;
        double[] p99Good = new double[rounds];
        double[] p99Bad = new double[rounds];
        double[] rateGood = new double[rounds];
        double[] rateBad = new double[rounds];
        try (FastSink sink = FastSink.plain();
                WebhookRig rig = new WebhookRig(settings, Map.of(), List.of());
                EventSource source = new EventSource(rig.stack.bootstrap)) {
            sink.onMessage(log::arrives);
            for (int i = 0; i < HEALTHY + HANG + FAIL + UNREACHABLE; i++) {
                rig.register(sink, agency(i));
            }
            live(source, seconds);
            for (int i = 0; i < rounds; i++) {
                mend(rig, sink);
                p99Good[i] = live(source, seconds).getValueAtPercentile(99) / 1e6;
                rateGood[i] = drain(rig, backlog);
                spoil(rig, sink);
                p99Bad[i] = live(source, seconds).getValueAtPercentile(99) / 1e6;
                rateBad[i] = drain(rig, backlog);
            }
        }
        report.add(NAME, "p99 of the 75, all work", Report.median(p99Good), "ms", RATE + " events/s to all 100");
        report.add(NAME, "p99 of the 75, 25 do not", Report.median(p99Bad), "ms", rounds + " rounds in turn");
        report.add(NAME, "ratio", Report.median(p99Bad) / Report.median(p99Good), "", "goal <= 1.2");
        report.add(NAME, "backlog of the 75, all work", Report.median(rateGood), "1/s", "");
        report.add(NAME, "backlog of the 75, 25 do not", Report.median(rateBad), "1/s", "");
        report.add(NAME, "throughput ratio", Report.median(rateBad) / Report.median(rateGood), "", "goal >= 0.95");
    }

    private static String agency(int number) {
        return "iso" + Math.floorMod(number, HEALTHY + HANG + FAIL + UNREACHABLE);
    }

    private Histogram live(EventSource source, int seconds) throws InterruptedException {
        log.clear();
        source.publish(RATE, Duration.ofSeconds(seconds), WebhookIsolationSuite::agency, log::departs);
        await((long) RATE * seconds * HEALTHY / 100);
        return log.latencies(healthy);
    }

    /** Deliveries a second to the 75 while all hundred have the same backlog. */
    private double drain(WebhookRig rig, int each) throws InterruptedException {
        rig.pause();
        log.clear();
        rig.endpoints.forEach(endpoint -> rig.fill(endpoint, each));
        rig.resume();
        while (log.count(healthy) == 0) {
            Thread.sleep(1);
        }
        long begun = System.nanoTime();
        long all = (long) each * HEALTHY;
        await(all);
        return all / ((System.nanoTime() - begun) / 1e9);
    }

    private void await(long expected) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (log.count(healthy) < expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(log.count(healthy) + " of " + expected + " came within a minute");
            }
            Thread.sleep(20);
        }
    }

    private static void spoil(WebhookRig rig, FastSink sink) throws InterruptedException {
        for (WebhookEndpoint endpoint : rig.endpoints) {
            int number = Integer.parseInt(endpoint.name().substring(3));
            if (number >= HEALTHY + HANG + FAIL) {
                rig.move(endpoint, "http://localhost:1/" + endpoint.name());
            } else if (number >= HEALTHY) {
                sink.behaviours.put("/" + endpoint.name(), number < HEALTHY + HANG ? Behaviour.HANGS : Behaviour.FAILS);
            }
        }
        Thread.sleep(1_000);
    }

    /** All work, none has failed, and nothing is left of the bad ones' backlog. */
    private static void mend(WebhookRig rig, FastSink sink) throws InterruptedException {
        sink.behaviours.clear();
        rig.pause();
        // What hangs comes to its deadline.
        Thread.sleep(17_000);
        rig.jdbc.update("delete from delivery_pending");
        rig.jdbc.update("update endpoint_health set failures = 0, failing_since = null, blocked_until = null");
        rig.endpoints.forEach(endpoint -> rig.move(endpoint, sink.url(endpoint.name())));
        rig.resume();
        Thread.sleep(1_000);
    }
}
