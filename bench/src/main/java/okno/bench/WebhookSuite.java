package okno.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import okno.platform.core.Ids;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Webhooks of events that arrive at that moment. First, after a while of warming up, from the return of a commit, through
 * outbox, Kafka and fan-out, to the arrival of the signed webhook, at a quarter and half of the goal; sender and receiver
 * are one process, so one clock measures both ends. Then as many a second as the service keeps up with, published to Kafka
 * directly.
 */
final class WebhookSuite implements Suite {

    private static final String LIVE = "webhook: events arriving through Kafka, 1 KiB, plain HTTP";
    private static final String LATENCY = "webhook: commit to signed delivery";
    private static final int ENDPOINTS = 20;
    private static final int GOAL = 4_000;

    private final AtomicInteger turn = new AtomicInteger();
    private final ArrivalLog log = new ArrivalLog();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int seconds = settings.quick() ? 3 : 15;
        try (FastSink sink = FastSink.plain();
                WebhookRig rig = new WebhookRig(settings, Map.of(), List.of());
                EventSource source = new EventSource(rig.stack.bootstrap)) {
            sink.onMessage(log::arrives);
            for (int i = 0; i < ENDPOINTS; i++) {
                rig.register(sink, agency(i));
            }
            live(rig, source, GOAL / 2, seconds, null);
            warm(rig, settings.quick() ? 3 : 30);
            int half = settings.quick() ? 3 : 15;
            latency(rig, GOAL / 4.0, half, "", report);
            latency(rig, GOAL / 2.0, half, "", report);
            rig.orderAndFilter();
            latency(rig, GOAL / 4.0, half, ", in order and filtered", report);
            for (int rate : new int[] {GOAL, GOAL + GOAL / 4, GOAL + GOAL / 2}) {
                live(rig, source, rate, seconds, report);
            }
            report.add(LATENCY, "signatures verified", sink.verified.get(), "", sink.forged.get() + " were wrong");
        }
    }

    private void live(WebhookRig rig, EventSource source, int rate, int seconds, @Nullable Report report)
            throws InterruptedException {
        log.clear();
        var use = new Use(rig);
        long begun = System.nanoTime();
        long published = source.publish(rate, Duration.ofSeconds(seconds), WebhookSuite::agency, log::departs);
        double publishing = (System.nanoTime() - begun) / 1e9;
        long inTime = log.count(path -> true);
        awaitAll(published);
        double used = use.micros(published);
        String parts = use.parts(published);
        if (report != null) {
            String name = "published at " + rate + "/s";
            report.add(LIVE, name + ": published", published / publishing, "1/s", "what the source reached");
            report.add(LIVE, name + ": delivered meanwhile", inTime / publishing, "1/s", seconds + " s");
            report.add(LIVE, name + ": processor time", used, "us/delivery", parts);
            var latencies = log.latencies(path -> true);
            report.add(LIVE, name + ": p50", latencies.getValueAtPercentile(50) / 1e6, "ms", "publish to arrival");
            report.add(LIVE, name + ": p99", latencies.getValueAtPercentile(99) / 1e6, "ms", "");
        }
    }

    /** Until the compilers of three processes are done with the path that is measured next. */
    private void warm(WebhookRig rig, int seconds) throws InterruptedException {
        log.clear();
        var loop = new OpenLoop();
        loop.run(GOAL / 2.0, Duration.ofSeconds(seconds), intended -> commit(rig));
        awaitAll(GOAL / 2L * seconds - loop.dropped() - loop.failed());
    }

    private void latency(WebhookRig rig, double rate, int seconds, String how, Report report)
            throws InterruptedException {
        log.clear();
        var use = new Use(rig);
        var loop = new OpenLoop();
        loop.run(rate, Duration.ofSeconds(seconds), intended -> commit(rig));
        long expected = (long) (rate * seconds) - loop.dropped() - loop.failed();
        awaitAll(expected);
        double used = use.micros(expected);
        String parts = use.parts(expected);
        String name = "at " + (int) rate + "/s" + how;
        report.add(LATENCY, name, log.latencies(path -> true));
        report.add(LATENCY, name + ": processor time", used, "us/event", parts + "; " + loop.dropped() + " dropped");
    }

    /** Processor time of all processes from now on. */
    private static final class Use {

        private final WebhookRig rig;
        private final double all;
        private final double service;
        private final double database;
        private final double broker;

        Use(WebhookRig rig) {
            this.rig = rig;
            all = rig.cpuSeconds();
            service = ProcessUse.cpuSeconds(rig.service().pid());
            database = ProcessUse.cpuSeconds(rig.stack.databasePid());
            broker = ProcessUse.cpuSeconds(rig.stack.kafkaPid());
        }

        double micros(long events) {
            return (rig.cpuSeconds() - all) * 1e6 / events;
        }

        String parts(long events) {
            return "service %.0f, database %.0f, broker %.0f, the rest source and receivers"
                    .formatted(
                            (ProcessUse.cpuSeconds(rig.service().pid()) - service) * 1e6 / events,
                            (ProcessUse.cpuSeconds(rig.stack.databasePid()) - database) * 1e6 / events,
                            (ProcessUse.cpuSeconds(rig.stack.kafkaPid()) - broker) * 1e6 / events);
        }
    }

    private void commit(WebhookRig rig) {
        UUID application = Ids.next();
        Outbox outbox = rig.stack.service.getBean(Outbox.class);
        String agency = agency(turn.getAndIncrement());
        new TransactionTemplate(rig.stack.service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> outbox.append(submitted(application, agency)));
        log.departs(application.toString(), System.nanoTime());
    }

    private static OutgoingEvent submitted(UUID application, String agency) {
        Map<String, Object> data = new HashMap<>();
        data.put("applicationId", application);
        data.put("number", "T-2026-0000001-0");
        data.put("serviceCode", "residence-certificate");
        data.put("agency", agency);
        data.put("personId", "0198c0de-0000-7000-8000-000000000001");
        data.put("previousStatus", "DRAFT");
        data.put("status", "SUBMITTED");
        data.put("note", "x".repeat(640));
        data.put("occurredAt", Clock.systemUTC().instant().toString());
        return new OutgoingEvent(WebhookRig.TOPIC, WebhookRig.TYPE, application, 1, data);
    }

    private static String agency(int number) {
        return "live" + Math.floorMod(number, ENDPOINTS);
    }

    private void awaitAll(long expected) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (log.count(path -> true) < expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("webhooks are missing after a minute");
            }
            Thread.sleep(50);
        }
    }
}
