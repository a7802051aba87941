package okno.webhook.delivery.engine;

import okno.webhook.egress.HttpSender;
import okno.webhook.egress.SendResult;
import okno.webhook.egress.SignedMessage;
import okno.webhook.signing.SigningKey;
import org.springframework.stereotype.Component;

/** Signs and sends, each attempt in a thread of its own. */
@Component
class Sender {

    private final HttpSender http;
    private final EngineMetrics metrics;

    Sender(HttpSender http, EngineMetrics metrics) {
        this.http = http;
        this.metrics = metrics;
    }

    SendResult send(Flight flight) {
        String id = flight.delivery().eventId().toString();
        byte[] body = flight.delivery().body();
        String signature = SigningKey.signature(flight.keys(), id, flight.startedAt(), body);
        SendResult result =
                http.send(flight.line().id, flight.url(), new SignedMessage(id, flight.startedAt(), signature, body));
        metrics.attempted(flight.delivery(), result);
        return result;
    }
}
