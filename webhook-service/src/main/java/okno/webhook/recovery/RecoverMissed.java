package okno.webhook.recovery;

import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.delivery.RecoverEndpoint;
import okno.webhook.endpoint.Recovery;
import org.springframework.stereotype.Component;

/** Recovers by making due what the endpoint did not take. */
@Component
class RecoverMissed implements Recovery {

    private final RecoverEndpoint recover;

    RecoverMissed(RecoverEndpoint recover) {
        this.recover = recover;
    }

    @Override
    public int recover(Caller caller, UUID endpointId, Instant from) {
        return recover.handle(new RecoverEndpoint.Command(caller, endpointId, from));
    }
}
