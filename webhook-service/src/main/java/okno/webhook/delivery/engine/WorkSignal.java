package okno.webhook.delivery.engine;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the engine of this process which endpoints got deliveries, as soon as these are committed. */
@Component
public class WorkSignal {

    private final Mailbox mailbox;

    WorkSignal(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** New ones, at the end of their feeds. */
    public void handOverAfterCommit(List<Fresh> fresh) {
        if (!fresh.isEmpty()) {
            afterCommit(lines -> lines.handOver(fresh));
        }
    }

    /** Old ones, that may stand before what has been sent already. */
    public void raiseAfterCommit(Collection<UUID> endpoints) {
        afterCommit(lines -> lines.committed(endpoints));
    }

    private void afterCommit(Consumer<Lines> message) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                mailbox.post(message);
            }
        });
    }
}
