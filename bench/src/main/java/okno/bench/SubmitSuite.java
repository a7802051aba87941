package okno.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import okno.bench.PortalClient.Credentials;
import okno.bench.population.Loader;

/**
 * Submissions a second through application-service, on a million applications, and through JDBC alone with the same
 * statements on as many connections as the service has; in turns, so that whatever else the machine does meets both. Events are
 * sent by the service in both turns, and a turn lasts until its own have left: none works off the other's.
 */
final class SubmitSuite implements Suite {

    private static final String NAME = "submit: through the service, and its statements alone";
    private static final String SERVICE = "residence-certificate";
    private static final int CALLERS = 12;
    private static final int CONNECTIONS = 5;
    private static final int PEOPLE = 500;
    private static final double GOAL = 0.45;

    /** Submits one of the drafts that are left. */
    @FunctionalInterface
    private interface Submission {
        void submit(Loader.Draft draft) throws Exception;
    }

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (LoadedService service = LoadedService.start(settings.layout(), report, NAME);
                PortalClient client = new PortalClient(service.url)) {
            var drafts = new ConcurrentLinkedQueue<>(
                    service.loader().drafts(SERVICE, settings.quick() ? 20_000 : 220_000, PEOPLE));
            Map<UUID, Credentials> people = new HashMap<>();
            drafts.forEach(draft -> people.computeIfAbsent(
                    draft.person(), id -> new Credentials(service.issuer.person(id.toString()), null)));
            List<Submission> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(draft -> client.call(
                                "POST",
                                "/applications/" + draft.id() + "/submission",
                                Objects.requireNonNull(people.get(draft.person())),
                                "{}")
                        .expect(201));
            }
            try (Connection watch = service.connect()) {
                var turns = new Turns(drafts, watch, service);
                List<Submission> connections = bare(service);
                turns.perSecond(callers, settings.quick() ? 5 : 60, new Cost());
                turns.perSecond(connections, settings.quick() ? 2 : 5, new Cost());
                measure(settings, report, turns, callers, connections);
            }
        }
    }

    private static List<Submission> bare(LoadedService service) throws SQLException {
        List<Submission> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = service.connect();
            all.add(new BareSubmission(connection)::submit);
        }
        return all;
    }

    private static void measure(
            Settings settings, Report report, Turns turns, List<Submission> callers, List<Submission> connections)
            throws InterruptedException, SQLException {
        int pairs = settings.quick() ? 2 : 10;
        int seconds = settings.quick() ? 2 : 4;
        double[] through = new double[pairs];
        double[] alone = new double[pairs];
        double[] ratios = new double[pairs];
        var ofService = new Cost();
        var ofStatements = new Cost();
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                through[i] = turns.perSecond(callers, seconds, ofService);
                alone[i] = turns.perSecond(connections, seconds, ofStatements);
            } else {
                alone[i] = turns.perSecond(connections, seconds, ofStatements);
                through[i] = turns.perSecond(callers, seconds, ofService);
            }
            ratios[i] = through[i] / alone[i];
        }
        report.add(NAME, "through the service, median", Report.median(through), "1/s", CALLERS + " callers");
        report.add(NAME, "its statements alone, median", Report.median(alone), "1/s", CONNECTIONS + " connections");
        double ratio = Report.median(ratios);
        report.add(NAME, "ratio, median of the pairs", ratio, "", (ratio >= GOAL ? "goal " : "MISSED, goal ") + GOAL);
        ofService.report(report, "through the service");
        ofStatements.report(report, "statements alone");
    }

    /** Processor time of all turns of a kind, in seconds. */
    private static final class Cost {

        private long submissions;
        private double service;
        private double database;

        void report(Report report, String of) {
            String unit = "us/submission";
            report.add(NAME, "processor: PostgreSQL, " + of, database * 1e6 / submissions, unit, "");
            report.add(NAME, "processor: application-service, " + of, service * 1e6 / submissions, unit, "");
        }
    }

    private record Turns(ConcurrentLinkedQueue<Loader.Draft> drafts, Connection watch, LoadedService service) {

        double perSecond(List<Submission> submissions, int seconds, Cost cost)
                throws InterruptedException, SQLException {
            double java = ProcessUse.cpuSeconds(service.program.pid());
            double database = ProcessUse.cpuSeconds(service.stack.databasePid());
            var done = new LongAdder();
            var failed = new LongAdder();
            long begun = System.nanoTime();
            long end = begun + Duration.ofSeconds(seconds).toNanos();
            try (ExecutorService threads = Executors.newFixedThreadPool(submissions.size())) {
                submissions.forEach(submission -> threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            submission.submit(drafts.remove());
                            done.increment();
                        } catch (Exception e) {
                            failed.increment();
                            System.err.println(e);
                            return;
                        }
                    }
                }));
            }
            if (failed.sum() > 0) {
                throw new IllegalStateException(failed + " submissions failed");
            }
            awaitSent();
            double rate = done.sum() / ((System.nanoTime() - begun) / 1e9);
            cost.submissions += done.sum();
            cost.service += ProcessUse.cpuSeconds(service.program.pid()) - java;
            cost.database += ProcessUse.cpuSeconds(service.stack.databasePid()) - database;
            return rate;
        }

        private void awaitSent() throws SQLException, InterruptedException {
            try (Statement statement = watch.createStatement()) {
                while (true) {
                    try (ResultSet row = statement.executeQuery("select exists (select 1 from outbox)")) {
                        row.next();
                        if (!row.getBoolean(1)) {
                            return;
                        }
                    }
                    Thread.sleep(20);
                }
            }
        }
    }
}
