package okno.webhook.endpoint;

import java.time.Clock;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends again to a paused endpoint, with all that was kept; one that we disabled has to answer a challenge first. */
@Service
public class ResumeEndpoint {

    private final Endpoints endpoints;
    private final ChallengeEndpoint challenge;
    private final Audit audit;
    private final Clock clock;

    ResumeEndpoint(Endpoints endpoints, ChallengeEndpoint challenge, Audit audit, Clock clock) {
        this.endpoints = endpoints;
        this.challenge = challenge;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which endpoint. */
    public record Command(Caller caller, UUID id) {}

    /** The resumed endpoint, ACTIVE or PENDING; {@code endpoint_state} when it is active already. */
    @Transactional
    public Endpoint handle(Command command) {
        Endpoint resumed =
                endpoints.getLocked(command.id(), Owner.of(command.caller())).resumed();
        endpoints.save(resumed);
        if (resumed.state() == EndpointState.PENDING) {
            challenge.begin(resumed.id(), clock.instant());
        }
        audit.record(
                command.caller(), AuditRecord.done("endpoint.resumed", "endpoint", resumed.id(), null, "agreement"));
        return resumed;
    }
}
