package okno.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import okno.local.Progress;
import okno.local.Stack;
import okno.local.StackOptions;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Startup;

/**
 * How long the whole stack takes to serve, and what it holds in memory then: on empty data, as {@code okno up} starts it
 * for the second time, and as somebody without our care would start it.
 */
final class StartSuite implements Suite {

    private static final String NAME = "stack: start and memory";

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Layout usual = settings.layout();
        var layout = new Layout(usual.repository(), usual.home().resolve("bench/start"));
        StackOptions quick =
                StackOptions.usual(layout, Ports.free(), Progress.silent()).restartingDied(false);
        StackOptions naive = quick.startedBy(Startup.NAIVE);
        // Not measured: fills the cache, and unpacks the stock Keycloak where it is missing.
        start(quick.fresh(true), true);
        if (!Files.exists(layout.home().resolve("keycloak-stock"))) {
            start(naive, false);
        }
        Measured first = start(quick.fresh(true), false);
        report.add(NAME, "start on empty data", first.seconds(), "s", "binaries, AOT caches and database prepared");
        List<Measured> warm = new ArrayList<>();
        List<Measured> stock = new ArrayList<>();
        for (int i = 0; i < (settings.quick() ? 1 : 3); i++) {
            warm.add(start(quick, false));
            stock.add(start(naive, false));
        }
        String rounds = warm.size() + " rounds in turn";
        report.add(NAME, "warm start", median(warm, Measured::seconds), "s", rounds);
        report.add(NAME, "naive start", median(stock, Measured::seconds), "s", rounds);
        double[] ratios = IntStream.range(0, warm.size())
                .mapToDouble(i -> warm.get(i).seconds() / stock.get(i).seconds())
                .toArray();
        report.add(NAME, "warm / naive", Report.median(ratios), "", "median of pairs");
        report.add(NAME, "memory of the whole stack, warm", median(warm, Measured::mebibytes), "MiB", "sum of PSS");
        report.add(NAME, "memory of the whole stack, naive", median(stock, Measured::mebibytes), "MiB", "sum of PSS");
    }

    private static double median(List<Measured> starts, ToDoubleFunction<Measured> value) {
        return Report.median(starts.stream().mapToDouble(value).toArray());
    }

    private record Measured(double seconds, double mebibytes) {}

    private static Measured start(StackOptions options, boolean record) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Stack stack = Stack.start(options)) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            double memory = 0;
            for (String part : stack.running()) {
                memory += ProcessUse.residentMebibytes(stack.pid(part));
            }
            if (record) {
                stack.recordStartups();
            }
            return new Measured(seconds, memory);
        }
    }
}
