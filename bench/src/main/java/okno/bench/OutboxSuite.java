package okno.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.local.machine.JavaRuntime;
import okno.platform.core.Ids;
import okno.platform.messaging.OutboxRelay;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast a full outbox drains into Kafka, beside Kafka's own ProducerPerformance on the same broker: events of 400
 * bytes that do not compress, acks=all. Rounds of the two alternate; what counts is the ratio of each pair.
 */
final class OutboxSuite implements Suite {

    private static final String NAME = "outbox: drain of a backlog";
    private static final String TOPIC = "okno.bench.thing.v1";
    private static final int BYTES = 400;
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int events = settings.quick() ? 20_000 : 300_000;
        int rounds = settings.quick() ? 1 : 5;
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC)) {
            drain(stack, events / 2);
            double[] relay = new double[rounds];
            double[] own = new double[rounds];
            double[] database = new double[rounds];
            double[] kafka = new double[rounds];
            double[] ratio = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                Drained drained = drain(stack, events);
                relay[i] = drained.perSecond();
                own[i] = drained.ownMicros();
                database[i] = drained.databaseMicros();
                kafka[i] = producerPerformance(stack, settings, events * 2);
                ratio[i] = relay[i] / kafka[i];
            }
            report.add(NAME, "relay", Report.median(relay), "events/s", rounds + " rounds of " + events);
            report.add(NAME, "ProducerPerformance", Report.median(kafka), "records/s", "the same broker, acks=all");
            report.add(NAME, "processor time of the relay's process", Report.median(own), "us/event", "");
            report.add(NAME, "processor time of PostgreSQL", Report.median(database), "us/event", "");
            report.add(NAME, "relay / ProducerPerformance", Report.median(ratio), "", "median of pairs");
        }
    }

    private record Drained(double perSecond, double ownMicros, double databaseMicros) {}

    private static Drained drain(EventStack stack, int events) throws InterruptedException {
        OutboxRelay relay = stack.service.getBean(OutboxRelay.class);
        relay.stop();
        fill(stack.service.getBean(JdbcTemplate.class), events);
        long before = relay.sent();
        relay.start();
        while (!relay.isActive()) {
            Thread.onSpinWait();
        }
        double own = ProcessUse.ownCpuSeconds();
        double database = ProcessUse.cpuSeconds(stack.databasePid());
        long begun = System.nanoTime();
        while (relay.sent() - before < events) {
            Thread.sleep(Duration.ofMillis(1));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double ownUsed = ProcessUse.ownCpuSeconds() - own;
        double databaseUsed = ProcessUse.cpuSeconds(stack.databasePid()) - database;
        return new Drained(events / seconds, ownUsed * 1e6 / events, databaseUsed * 1e6 / events);
    }

    private static void fill(JdbcTemplate jdbc, int events) {
        var random = new Random(7);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            byte[] payload = new byte[BYTES];
            random.nextBytes(payload);
            rows.add(new Object[] {Ids.next(), TOPIC, "okno.thing.changed.v1", Ids.next(), i, payload});
            if (rows.size() == 5_000 || i == events - 1) {
                jdbc.batchUpdate(
                        "insert into outbox (event_id, topic, type, aggregate_id, version, payload)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        rows);
                rows.clear();
            }
        }
        jdbc.execute("vacuum analyze outbox");
    }

    private static double producerPerformance(EventStack stack, Settings settings, int records)
            throws IOException, InterruptedException {
        Path output = settings.layout().home().resolve("bench/producer-performance.txt");
        Process process = new ProcessBuilder(
                        JavaRuntime.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--topic",
                        TOPIC,
                        "--num-records",
                        Integer.toString(records),
                        "--record-size",
                        Integer.toString(BYTES),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "bootstrap.servers=" + stack.bootstrap,
                        "acks=all")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Matcher matcher = RATE.matcher(text);
        double rate = 0;
        while (matcher.find()) {
            rate = Double.parseDouble(matcher.group(1));
        }
        if (rate == 0) {
            throw new IllegalStateException("ProducerPerformance said no rate: " + text);
        }
        return rate;
    }
}
