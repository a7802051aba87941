package okno.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import okno.notification.NotificationAdded;
import okno.notification.channel.Provider;
import okno.notification.channel.Providers;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs one worker for each provider, and wakes them the moment a notification is committed. */
@Service
public class DeliverMessages implements SmartLifecycle {

    private final List<ProviderWorker> workers;
    private volatile boolean running;

    DeliverMessages(Providers providers, SendLeased sendLeased, DeliveryProperties properties, MeterRegistry meters) {
        this.workers = providers.all().stream()
                .flatMap(rota -> rota.providers().stream()
                        .map(provider -> new ProviderWorker(provider, rota, sendLeased, properties)))
                .toList();
        providers.all().forEach(rota -> rota.providers().forEach(provider -> watch(provider, meters)));
    }

    private static void watch(Provider provider, MeterRegistry meters) {
        Gauge.builder("okno.notification.provider.good", provider, known -> known.good() ? 1 : 0)
                .description("1 while the provider is in good standing, 0 while it is set aside")
                .tag("channel", provider.channel().name())
                .tag("provider", provider.name())
                .strongReference(true)
                .register(meters);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(NotificationAdded added) {
        workers.forEach(ProviderWorker::wake);
    }

    @Override
    public void start() {
        running = true;
        workers.forEach(ProviderWorker::start);
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(ProviderWorker::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
