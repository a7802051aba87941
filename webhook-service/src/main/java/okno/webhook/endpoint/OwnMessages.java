package okno.webhook.endpoint;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Ids;
import okno.webhook.catalogue.WebhookBody;
import okno.webhook.egress.HttpSender;
import okno.webhook.egress.SendResult;
import okno.webhook.egress.SignedMessage;
import okno.webhook.signing.SigningKey;
import org.springframework.stereotype.Component;

/** Sends what is not an event but looks like one: challenges and tests, signed like all else. */
@Component
class OwnMessages {

    private final SigningKeys keys;
    private final HttpSender sender;
    private final Clock clock;

    OwnMessages(SigningKeys keys, HttpSender sender, Clock clock) {
        this.keys = keys;
        this.sender = sender;
        this.clock = clock;
    }

    SendResult send(UUID endpointId, String url, String type, String field, String value) {
        Instant now = clock.instant();
        String id = Ids.next().toString();
        byte[] body = WebhookBody.own(type, now, field, value);
        String signature = SigningKey.signature(keys.of(endpointId, now), id, now, body);
        return sender.send(endpointId, URI.create(url), new SignedMessage(id, now, signature, body));
    }
}
