package okno.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okno.bench.WebhookRig.WebhookEndpoint;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast a backlog is delivered, beside two baselines that do without everything that makes deliveries safe. Rounds of
 * the three alternate; one is at work at a time. Everything, the receivers included, runs on this machine.
 */
final class WebhookDrainSuite implements Suite {

    private static final String NAME = "webhook: drain of a backlog, 1 KiB, plain HTTP";
    private static final int ENDPOINTS = 20;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int deliveries = settings.quick() ? 10_000 : 60_000;
        int rounds = settings.quick() ? 1 : 3;
        double[] engine = new double[rounds];
        double[] cpu = new double[rounds];
        double[] poller = new double[rounds];
        double[] bare = new double[rounds];
        double[] tls = new double[rounds];
        double[] tlsCpu = new double[rounds];
        var certificate = new SinkCertificate(settings.layout().home().resolve("bench"));
        try (FastSink sink = FastSink.plain();
                FastSink secure = new FastSink(certificate.serverSocket(), "https");
                WebhookRig rig = new WebhookRig(settings, Map.of(), certificate.trusted());
                BaselineRig baselines = new BaselineRig(rig, sink)) {
            List<WebhookEndpoint> plainOnes = register(rig, sink, "drain");
            List<WebhookEndpoint> secureOnes = register(rig, secure, "secure");
            drain(rig, sink, plainOnes, deliveries);
            drain(rig, secure, secureOnes, deliveries / 2);
            String parts = "";
            for (int i = 0; i < rounds; i++) {
                Drained drained = drain(rig, sink, plainOnes, deliveries);
                engine[i] = drained.perSecond();
                cpu[i] = drained.micros();
                parts = drained.parts();
                Drained encrypted = drain(rig, secure, secureOnes, deliveries / 2);
                tls[i] = encrypted.perSecond();
                tlsCpu[i] = encrypted.micros();
                poller[i] = baselines.rounds().poller(deliveries / 10);
                bare[i] = baselines.rounds().bareLoop(deliveries / 2);
            }
            report.add(NAME, "engine", Report.median(engine), "1/s", ENDPOINTS + " endpoints, " + rounds + " rounds");
            report.add(NAME, "processor time of all processes", Report.median(cpu), "us/delivery", parts);
            report.add(NAME, "the same over TLS, kept alive", Report.median(tls), "1/s", "");
            report.add(NAME, "processor time over TLS", Report.median(tlsCpu), "us/delivery", "");
            report.add(NAME, "TLS / plain", Report.median(tls) / Report.median(engine), "", "goal >= 0.8");
            report.add(NAME, "poller, 20 threads", Report.median(poller), "1/s", "one row each, SKIP LOCKED");
            report.add(NAME, "bare loop", Report.median(bare), "1/s", "claims 100, sends, records at once");
            report.add(NAME, "engine / poller", Report.median(engine) / Report.median(poller), "", "");
            report.add(NAME, "engine / bare loop", Report.median(engine) / Report.median(bare), "", "");
            report.add(NAME, "signatures verified", sink.verified.get(), "", sink.forged.get() + " were wrong");
        }
    }

    private static List<WebhookEndpoint> register(WebhookRig rig, FastSink sink, String name)
            throws IOException, InterruptedException {
        List<WebhookEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            endpoints.add(rig.register(sink, name + i));
        }
        return endpoints;
    }

    /** What one backlog took. */
    private record Drained(double perSecond, double micros, String parts) {}

    private static Drained drain(WebhookRig rig, FastSink sink, List<WebhookEndpoint> endpoints, int deliveries)
            throws InterruptedException {
        rig.pause();
        endpoints.forEach(endpoint -> rig.fill(endpoint, deliveries / endpoints.size()));
        double all = rig.cpuSeconds();
        double service = ProcessUse.cpuSeconds(rig.service().pid());
        double database = ProcessUse.cpuSeconds(rig.stack.databasePid());
        long before = sink.received.get();
        rig.resume();
        while (sink.received.get() == before) {
            Thread.sleep(1);
        }
        long begun = System.nanoTime();
        while (sink.received.get() < before + deliveries) {
            Thread.sleep(2);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        while (rig.pending() > 0) {
            Thread.sleep(20);
        }
        String parts = "service %.0f, database %.0f, the rest receivers and broker"
                .formatted(
                        (ProcessUse.cpuSeconds(rig.service().pid()) - service) * 1e6 / deliveries,
                        (ProcessUse.cpuSeconds(rig.stack.databasePid()) - database) * 1e6 / deliveries);
        return new Drained(deliveries / seconds, (rig.cpuSeconds() - all) * 1e6 / deliveries, parts);
    }

    /** Baselines with a pool of their own in the same database server. */
    private record BaselineRig(Baselines rounds, HikariDataSource pool) implements AutoCloseable {

        BaselineRig(WebhookRig rig, FastSink sink) {
            this(rig, sink, pool(rig));
        }

        private BaselineRig(WebhookRig rig, FastSink sink, HikariDataSource pool) {
            this(
                    new Baselines(
                            new JdbcTemplate(pool),
                            sink.url("baseline"),
                            WebhookRig.body().getBytes(StandardCharsets.UTF_8)),
                    pool);
        }

        private static HikariDataSource pool(WebhookRig rig) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(rig.stack.database.url("okno_bench"));
            pool.setUsername("okno_bench");
            pool.setPassword(rig.stack.database.password("okno_bench"));
            pool.setMaximumPoolSize(20);
            return pool;
        }

        @Override
        public void close() throws IOException {
            rounds.close();
            pool.close();
        }
    }
}
