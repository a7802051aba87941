package okno.identity.account.messaging;

import java.util.UUID;
import okno.identity.account.ConfirmAccount;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Keycloak tells of confirmed phones. Without an inbox: to ask Keycloak again does no harm, and the call must not be in a
 * transaction.
 */
@Component
class AccountEventsListener {

    private final ConfirmAccount confirmAccount;

    AccountEventsListener(ConfirmAccount confirmAccount) {
        this.confirmAccount = confirmAccount;
    }

    /** The part of {@code okno.account.phone_confirmed.v1} that matters here. */
    record PhoneConfirmed(UUID personId) {}

    @KafkaListener(id = "identity.account-events", topics = "okno.identity.account.v1")
    void on(EventEnvelope event) {
        if (event.type().equals("okno.account.phone_confirmed.v1")) {
            var confirmed = EventJson.read(event, PhoneConfirmed.class);
            confirmAccount.handle(new ConfirmAccount.Command(confirmed.personId()));
        }
    }
}
