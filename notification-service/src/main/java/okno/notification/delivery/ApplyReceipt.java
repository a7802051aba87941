package okno.notification.delivery;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.channel.ReceiptArrived;
import okno.notification.delivery.persistence.Receipts;
import okno.platform.core.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a delivery on by what its provider says of it: accepted, sent, delivered or failed. Receipts come late, twice and
 * out of order; a state is never taken back, and the last word is the first final one.
 */
@Service
public class ApplyReceipt {

    private final Receipts receipts;
    private final Clock clock;

    ApplyReceipt(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    /** @throws Problem not found when no delivery of that provider has this id, or none yet */
    @EventListener
    @Transactional
    public void handle(ReceiptArrived receipt) {
        String messageId = receipt.messageId();
        Optional<Receipts.Key> key = messageId == null
                ? receipts.find(String.valueOf(receipt.provider()), String.valueOf(receipt.providerMessageId()))
                : key(messageId);
        receipts.apply(key.orElseThrow(Problem::notFound), receipt, clock.instant());
    }

    private static Optional<Receipts.Key> key(String messageId) {
        String[] parts = messageId.split("\\.", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new Receipts.Key(
                            UUID.fromString(parts[0]), Channel.valueOf(parts[1].toUpperCase(Locale.ROOT))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
