package okno.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A million deliveries that wait: what a restart costs then, and whether memory and speed depend on how many there are.
 */
final class WebhookMillionSuite implements Suite {

    private static final String NAME = "webhook: a million pending deliveries";
    private static final int ENDPOINTS = 20;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int pending = settings.quick() ? 40_000 : 1_000_000;
        int part = pending / 20;
        try (FastSink sink = FastSink.plain();
                WebhookRig rig = new WebhookRig(settings, Map.of(), List.of())) {
            for (int i = 0; i < ENDPOINTS; i++) {
                rig.register(sink, "many" + i);
            }
            rig.prepareQuickStart();
            rig.pause();
            rig.endpoints.forEach(endpoint -> rig.fill(endpoint, pending / ENDPOINTS));
            rig.service().kill();
            rig.resume();
            long begun = System.nanoTime();
            long before = sink.received.get();
            var firstAt = new CompletableFuture<Long>();
            sink.onMessage(request -> firstAt.complete(System.nanoTime()));
            rig.restartQuickly();
            long ready = System.nanoTime();
            double first = (firstAt.get() - begun) / 1e9;
            report.add(NAME, "pending", pending, "", ENDPOINTS + " endpoints, 1 KiB each");
            report.add(
                    NAME,
                    "start of the process to first delivery",
                    first,
                    "s",
                    "after kill -9, with its AOT cache; goal <= 5");
            report.add(NAME, "start of the process to ready", (ready - begun) / 1e9, "s", "");
            for (int done = 1; done <= 4; done++) {
                long at = System.nanoTime();
                long goal = before + (long) part * done;
                long from = sink.received.get();
                while (sink.received.get() < goal) {
                    Thread.sleep(5);
                }
                double rate = (goal - from) / ((System.nanoTime() - at) / 1e9);
                String note = "after " + part * done;
                report.add(NAME, "deliveries", rate, "1/s", note);
                report.add(
                        NAME,
                        "memory",
                        ProcessUse.residentMebibytes(rig.service().pid()),
                        "MiB",
                        note);
            }
        }
    }
}
