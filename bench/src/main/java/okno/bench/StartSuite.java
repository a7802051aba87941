package okno.bench;

import java.io.IOException;
import java.util.List;
import okno.local.Progress;
import okno.local.Stack;
import okno.local.StackOptions;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Keycloak;
import okno.local.infra.Postgres;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Startup;
import okno.local.service.Services;

/**
 * How long the whole stack takes to serve, and what it holds in memory then: as {@code okno up} starts it for the second
 * time, beside fat jars with the defaults of the JVM, all at once.
 */
final class StartSuite implements Suite {

    private static final String NAME = "stack: start and memory";
    private static final List<String> GROUND = List.of(Postgres.NAME, KafkaBroker.NAME, Keycloak.NAME);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Layout usual = settings.layout();
        var layout = new Layout(usual.repository(), usual.home().resolve("bench/start"));
        StackOptions options =
                StackOptions.usual(layout, Ports.free(), Progress.silent()).restartingDied(false);
        Measured first = start(options.fresh(true), true);
        report.add(NAME, "first start on empty data", first.seconds(), "s", "with what the cache holds");
        int rounds = settings.quick() ? 1 : 3;
        double[] warm = new double[rounds];
        double[] naive = new double[rounds];
        double[] warmMemory = new double[rounds];
        double[] naiveMemory = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Measured quick = start(options, false);
            Measured stock = start(options.startedBy(Startup.NAIVE), false);
            warm[i] = quick.seconds();
            naive[i] = stock.seconds();
            warmMemory[i] = quick.mebibytes();
            naiveMemory[i] = stock.mebibytes();
            ratio[i] = quick.seconds() / stock.seconds();
        }
        report.add(NAME, "warm start", Report.median(warm), "s", rounds + " rounds");
        report.add(NAME, "fat jars, default flags", Report.median(naive), "s", "");
        report.add(NAME, "warm / fat jars", Report.median(ratio), "", "median of pairs");
        report.add(NAME, "resident memory of the services", Report.median(warmMemory), "MiB", "warm");
        report.add(NAME, "resident memory of the services", Report.median(naiveMemory), "MiB", "fat jars");
        report.add(NAME, "resident memory of PostgreSQL, Kafka, Keycloak", first.groundMebibytes(), "MiB", "");
    }

    private record Measured(double seconds, double mebibytes, double groundMebibytes) {}

    private static Measured start(StackOptions options, boolean record) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Stack stack = Stack.start(options)) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            double services = 0;
            for (String name : Services.names()) {
                services += ProcessUse.residentMebibytes(stack.pid(name));
            }
            double ground = 0;
            for (String name : GROUND) {
                ground += ProcessUse.residentMebibytes(stack.pid(name));
            }
            if (record) {
                stack.recordStartups();
            }
            return new Measured(seconds, services, ground);
        }
    }
}
