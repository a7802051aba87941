package okno.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The portal's daily traffic through the real application-service on a million applications: first as much as goes through
 * when callers wait for their answers, then half of that, open loop, which is what the goals are about.
 */
final class ApplicationsSuite implements Suite {

    private static final String NAME = "applications: daily traffic";
    private static final int CALLERS = 24;
    private static final Map<Double, Double> READS = Map.of(50.0, 10.0, 95.0, 40.0, 99.0, 100.0);
    private static final Map<Double, Double> WRITES = Map.of(50.0, 25.0, 95.0, 80.0, 99.0, 200.0);
    private static final Map<Double, Double> LISTS = Map.of(50.0, 10.0, 95.0, 50.0, 99.0, 100.0);
    private static final Map<Double, Double> INSTANT = Map.of(50.0, 1_000.0, 99.0, 1_000.0);

    private enum Sort {
        READ,
        WRITE
    }

    /** Of a hundred calls so many are of this kind. */
    private record Kind(String name, Sort sort, int share, OpenLoop.Work work, Histogram times) {

        Kind(String name, Sort sort, int share, OpenLoop.Work work) {
            this(name, sort, share, work, new ConcurrentHistogram(3));
        }
    }

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (LoadedService service = LoadedService.start(settings.layout(), report, NAME);
                PortalClient client = new PortalClient(service.url)) {
            awaitQuiet(service);
            var traffic = new PortalTraffic(client, service);
            List<Kind> turns = turns(traffic);
            traffic.stock(300);
            closed(turns, settings.quick() ? 5 : 45);
            double capacity = capacity(settings, report, service, turns);
            traffic.stock(100);
            turns.forEach(kind -> kind.times().reset());
            traffic.submitted.clear();
            try (Completions completions = Completions.follow(service.stack.bootstrap, LoadedService.TOPIC)) {
                halfOf(capacity, Duration.ofSeconds(settings.quick() ? 10 : 60), turns, report);
                report.add(NAME, "instant service, to its result", completions.since(traffic.submitted), INSTANT);
            }
        }
    }

    private static List<Kind> turns(PortalTraffic traffic) {
        List<Kind> turns = new ArrayList<>();
        for (Kind kind : List.of(
                new Kind("list mine", Sort.READ, 22, traffic::list),
                new Kind("one application", Sort.READ, 24, traffic::one),
                new Kind("history", Sort.READ, 8, traffic::history),
                new Kind("readiness", Sort.READ, 8, traffic::readiness),
                new Kind("catalogue, search", Sort.READ, 6, traffic::search),
                new Kind("catalogue, one service", Sort.READ, 8, traffic::service),
                new Kind("list of the large company", Sort.READ, 2, traffic::companyList),
                new Kind("agency queue", Sort.READ, 2, traffic::queue),
                new Kind("agency counts", Sort.READ, 1, traffic::counts),
                new Kind("draft", Sort.WRITE, 6, traffic::draft),
                new Kind("autosave", Sort.WRITE, 7, traffic::save),
                new Kind("submit", Sort.WRITE, 4, traffic::submit),
                new Kind("submit, instant service", Sort.WRITE, 2, traffic::submitInstant))) {
            for (int i = 0; i < kind.share(); i++) {
                turns.add(kind);
            }
        }
        return turns;
    }

    /** Everything that loading left to do has to be done: days that have come meanwhile, events about them. */
    private static void awaitQuiet(LoadedService service) throws SQLException, InterruptedException {
        String left = "select (select count(*) from term_watch where due_on <= current_date)"
                // An unpaid duty is waited for a day longer.
                + " + (select count(*) from application where answer_by < current_date"
                + " and (status <> 'AWAITING_PAYMENT' or answer_by < current_date - 1))"
                + " + (select count(*) from outbox)";
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(left)) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(500);
            }
        }
    }

    private static double capacity(Settings settings, Report report, LoadedService service, List<Kind> turns)
            throws InterruptedException {
        int seconds = settings.quick() ? 5 : 20;
        double java = ProcessUse.cpuSeconds(service.program.pid());
        double database = ProcessUse.cpuSeconds(service.stack.databasePid());
        double kafka = ProcessUse.cpuSeconds(service.stack.kafkaPid());
        double own = ProcessUse.ownCpuSeconds();
        long calls = closed(turns, seconds);
        report.add(NAME, "capacity", (double) calls / seconds, "1/s", CALLERS + " callers who wait for their answers");
        String unit = "us/call";
        double million = 1e6 / calls;
        report.add(
                NAME,
                "processor: application-service",
                (ProcessUse.cpuSeconds(service.program.pid()) - java) * million,
                unit,
                "");
        report.add(
                NAME,
                "processor: PostgreSQL",
                (ProcessUse.cpuSeconds(service.stack.databasePid()) - database) * million,
                unit,
                "");
        report.add(
                NAME,
                "processor: Kafka",
                (ProcessUse.cpuSeconds(service.stack.kafkaPid()) - kafka) * million,
                unit,
                "");
        report.add(
                NAME,
                "processor: the callers",
                (ProcessUse.ownCpuSeconds() - own) * million,
                unit,
                "with the stand-ins for identity-service and registry-service");
        return (double) calls / seconds;
    }

    /** Calls that went through. */
    private static long closed(List<Kind> turns, int seconds) throws InterruptedException {
        var done = new LongAdder();
        Map<String, Integer> faults = new ConcurrentHashMap<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    while (System.nanoTime() < end) {
                        Kind kind = any(turns);
                        try {
                            kind.work().run(System.nanoTime());
                            done.increment();
                        } catch (Exception e) {
                            faults.merge(kind.name() + ": " + e.getMessage(), 1, Integer::sum);
                        }
                    }
                });
            }
        }
        refuse(faults, done.sum());
        return done.sum();
    }

    private static void halfOf(double capacity, Duration time, List<Kind> turns, Report report) {
        var loop = new OpenLoop();
        Map<String, Integer> faults = new ConcurrentHashMap<>();
        loop.run(capacity / 2, time, intended -> {
            Kind kind = any(turns);
            try {
                kind.work().run(intended);
                kind.times().recordValue(System.nanoTime() - intended);
            } catch (Exception e) {
                faults.merge(kind.name() + ": " + e.getMessage(), 1, Integer::sum);
            }
        });
        report.add(NAME, "rate", capacity / 2, "1/s", "open loop, half of the capacity; dropped: " + loop.dropped());
        List<Kind> kinds = turns.stream().distinct().toList();
        report.add(NAME, "reads", all(kinds, Sort.READ), READS);
        report.add(NAME, "writes", all(kinds, Sort.WRITE), WRITES);
        for (Kind kind : kinds) {
            boolean list = kind.name().startsWith("list of") || kind.name().startsWith("agency");
            report.add(NAME, kind.name(), kind.times(), list ? LISTS : kind.sort() == Sort.READ ? READS : WRITES);
        }
        refuse(faults, all(kinds, Sort.READ).getTotalCount());
    }

    private static Histogram all(List<Kind> kinds, Sort sort) {
        var all = new Histogram(3);
        kinds.stream().filter(kind -> kind.sort() == sort).forEach(kind -> all.add(kind.times()));
        return all;
    }

    /** Fast faults are worth nothing; one call in a thousand may have found no draft or a connection just closed. */
    private static void refuse(Map<String, Integer> faults, long done) {
        int number = faults.values().stream().mapToInt(Integer::intValue).sum();
        if (number > 0) {
            System.err.println(number + " of " + done + " failed: " + faults);
        }
        if (number * 1_000L > done) {
            throw new IllegalStateException(number + " calls failed: " + faults);
        }
    }

    private static Kind any(List<Kind> turns) {
        return turns.get(ThreadLocalRandom.current().nextInt(turns.size()));
    }
}
