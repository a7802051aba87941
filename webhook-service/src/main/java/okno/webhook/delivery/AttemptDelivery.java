package okno.webhook.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import okno.webhook.delivery.persistence.DeliveryQueue.ClaimedDelivery;
import okno.webhook.egress.HttpSender;
import okno.webhook.egress.SendResult;
import okno.webhook.egress.SignedMessage;
import okno.webhook.endpoint.SigningKeys;
import okno.webhook.signing.SigningKey;
import org.springframework.stereotype.Component;

/** Signs and sends one claimed delivery, then has the result recorded; no transaction is open while it waits. */
@Component
class AttemptDelivery {

    private final SigningKeys keys;
    private final HttpSender sender;
    private final RecordAttempt record;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    AttemptDelivery(SigningKeys keys, HttpSender sender, RecordAttempt record, DeliveryMetrics metrics, Clock clock) {
        this.keys = keys;
        this.sender = sender;
        this.record = record;
        this.metrics = metrics;
        this.clock = clock;
    }

    void handle(ClaimedDelivery delivery) {
        Instant now = clock.instant();
        String id = delivery.eventId().toString();
        String signature = SigningKey.signature(keys.of(delivery.endpointId(), now), id, now, delivery.body());
        var message = new SignedMessage(id, now, signature, delivery.body());
        SendResult result = sender.send(delivery.endpointId(), URI.create(delivery.url()), message);
        metrics.attempted(delivery, result);
        record.handle(new RecordAttempt.Command(delivery, now, result));
    }
}
