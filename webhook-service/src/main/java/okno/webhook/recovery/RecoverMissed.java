package okno.webhook.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.delivery.ReplayEvents;
import okno.webhook.endpoint.Recovery;
import org.springframework.stereotype.Component;

/** Recovers by a replay of everything since then: receivers drop by the id what they have. */
@Component
class RecoverMissed implements Recovery {

    private final ReplayEvents replay;
    private final Clock clock;

    RecoverMissed(ReplayEvents replay, Clock clock) {
        this.replay = replay;
        this.clock = clock;
    }

    @Override
    public int recover(Caller caller, UUID endpointId, Instant from) {
        return replay.handle(new ReplayEvents.Command(caller, endpointId, from, clock.instant()));
    }
}
