package okno.identity.anomaly.messaging;

import java.time.Instant;
import java.util.UUID;
import okno.identity.anomaly.WatchLogIn;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keycloak tells of log-ins and failures. Without an inbox: the attempt's own row knows a repeat. */
@Component
class LogInEventsListener {

    private final WatchLogIn watchLogIn;

    LogInEventsListener(WatchLogIn watchLogIn) {
        this.watchLogIn = watchLogIn;
    }

    /** The part of the events that matters here. */
    record Told(UUID personId, UUID eventId, Instant occurredAt) {}

    @KafkaListener(id = "identity.log-in-events", topics = "okno.identity.account.v1")
    void on(EventEnvelope event) {
        switch (event.type()) {
            case "okno.account.logged_in.v1" -> watch(event, true);
            case "okno.account.log_in_failed.v1" -> watch(event, false);
            default -> {
                // Other news of accounts.
            }
        }
    }

    private void watch(EventEnvelope event, boolean succeeded) {
        Told told = EventJson.read(event, Told.class);
        watchLogIn.handle(new WatchLogIn.Command(told.personId(), told.eventId(), told.occurredAt(), succeeded));
    }
}
