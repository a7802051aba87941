package okno.platform.messaging;

import java.util.SortedMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Dead letters for the administrator, on the management port:
 *
 * <pre>
 * curl -H "Authorization: Bearer $token" localhost:9086/actuator/deadletters
 * curl -H "Authorization: Bearer $token" -X POST localhost:9086/actuator/deadletters/okno.payment.charge.v1.notification.charge-events.dlt
 * </pre>
 */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

    private final DeadLetters deadLetters;

    DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    SortedMap<String, Long> counts() {
        return deadLetters.counts();
    }

    @WriteOperation
    DeadLetters.Replay replay(@Selector String topic) {
        return deadLetters.replay(topic);
    }
}
