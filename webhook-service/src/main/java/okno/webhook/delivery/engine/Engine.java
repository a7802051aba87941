package okno.webhook.delivery.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import okno.webhook.delivery.DeliveryProperties;
import okno.webhook.delivery.domain.RetryPolicy;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;
import okno.webhook.egress.SendResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread that owns {@link Lines}: hears what happened, then sends what may be sent. */
@Component
class Engine implements SmartLifecycle, Work {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration AFTER_FAILED_LOAD = Duration.ofMillis(300);
    private static final Duration TO_LAND = Duration.ofSeconds(17);

    private final Mailbox mailbox;
    private final Loader loader;
    private final Sender sender;
    private final Recorder recorder;
    private final EngineMetrics metrics;
    private final Clock clock;
    private final Lines lines;
    private volatile boolean running;
    private volatile boolean landing;
    private @Nullable Thread thread;

    Engine(Mailbox mailbox, Loader loader, Sender sender, Recorder recorder, EngineSettings settings, Clock clock) {
        this.mailbox = mailbox;
        this.loader = loader;
        this.sender = sender;
        this.recorder = recorder;
        this.metrics = settings.metrics();
        this.clock = clock;
        DeliveryProperties.Retry retry = settings.properties().retry();
        var policy = new RetryPolicy(
                retry.schedule(),
                retry.probeDelays(),
                retry.breakerThreshold(),
                retry.retryAfterCap(),
                retry.jitter(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.lines = new Lines(settings.properties().flow(), new Verdicts(policy, retry), this);
    }

    /** What it is set to, and what it is measured by. */
    @Component
    record EngineSettings(DeliveryProperties properties, EngineMetrics metrics) {}

    @Override
    public void start() {
        running = true;
        landing = false;
        thread = Thread.ofPlatform().name("webhook-engine").start(this::run);
    }

    /** Sends nothing more, and gives what is under way the time that a POST may take. */
    @Override
    public void stop() {
        landing = true;
        Thread engine = thread;
        try {
            if (engine != null) {
                engine.join(TO_LAND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        long nextTick = System.nanoTime();
        while (running && !(landing && lines.unrecorded() == 0)) {
            try {
                hear(mailbox.await(Duration.ofNanos(Math.max(0, nextTick - System.nanoTime()))));
                Instant now = clock.instant();
                long nanos = System.nanoTime();
                if (nanos - nextTick >= 0) {
                    lines.tick(now, nanos);
                    metrics.observe(lines, now);
                    nextTick = nanos + TICK.toNanos();
                }
                if (!landing) {
                    lines.turn(now, nanos);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(@Nullable Consumer<Lines> first) {
        for (Consumer<Lines> message = first; message != null; message = mailbox.poll()) {
            try {
                message.accept(lines);
            } catch (RuntimeException e) {
                LOG.error("The engine could not take a message", e);
            }
        }
    }

    @Override
    public void send(Flight flight) {
        Thread.ofVirtual().name("webhook-", 0).start(() -> {
            SendResult result = sender.send(flight);
            mailbox.post(all -> all.finished(new Finished(flight, result), clock.instant(), System.nanoTime()));
        });
    }

    @Override
    public void load(List<Wish> wishes) {
        Thread.ofVirtual().name("webhook-load").start(() -> {
            try {
                Loaded loaded = loader.load(wishes);
                mailbox.post(all -> all.loaded(loaded, clock.instant()));
            } catch (RuntimeException e) {
                LOG.warn("Deliveries could not be read and will be again: {}", e.toString());
                pause();
                mailbox.post(Lines::loadFailed);
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILED_LOAD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void record(Settled settled) {
        recorder.add(settled);
    }
}
