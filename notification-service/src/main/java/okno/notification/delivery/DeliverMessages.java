package okno.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import okno.notification.NotificationAdded;
import okno.notification.channel.MessageChannel;
import okno.notification.delivery.persistence.Deliveries;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs one worker for each channel, and wakes them the moment a notification is committed. */
@Service
public class DeliverMessages implements SmartLifecycle {

    private final List<ChannelWorker> workers;
    private volatile boolean running;

    DeliverMessages(
            List<MessageChannel> channels,
            Deliveries deliveries,
            AttemptDelivery attemptDelivery,
            DeliveryProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.workers = channels.stream()
                .map(channel -> new ChannelWorker(channel, deliveries, attemptDelivery, properties, clock, meters))
                .toList();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(NotificationAdded added) {
        workers.forEach(ChannelWorker::wake);
    }

    @Override
    public void start() {
        running = true;
        workers.forEach(ChannelWorker::start);
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(ChannelWorker::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
