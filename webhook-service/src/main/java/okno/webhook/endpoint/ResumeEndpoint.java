package okno.webhook.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends again to a paused endpoint, with all that was kept; one that we disabled has to answer a challenge first. */
@Service
public class ResumeEndpoint {

    private final Endpoints endpoints;
    private final EndpointChecks checks;
    private final ChallengeEndpoint challenge;
    private final Recovery recovery;
    private final Audit audit;
    private final Clock clock;

    ResumeEndpoint(
            Endpoints endpoints,
            EndpointChecks checks,
            ChallengeEndpoint challenge,
            Recovery recovery,
            Audit audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.checks = checks;
        this.challenge = challenge;
        this.recovery = recovery;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which endpoint.
     *
     * @param recoverFrom events since then that never reached it are sent to it too; null: only what was kept for it
     */
    public record Command(Caller caller, UUID id, @Nullable Instant recoverFrom) {}

    /**
     * The resumed endpoint, ACTIVE or PENDING.
     *
     * @param recovered how many events were added to its backlog; null when nobody asked
     */
    public record Resumed(Endpoint endpoint, @Nullable Integer recovered) {}

    /** Resumes; {@code endpoint_state} when it is active already, {@code recover_range} for a time too far back. */
    @Transactional
    public Resumed handle(Command command) {
        Instant now = clock.instant();
        if (command.recoverFrom() != null) {
            checks.recoverFrom(command.recoverFrom());
        }
        Endpoint resumed =
                endpoints.getLocked(command.id(), Owner.of(command.caller())).resumed();
        endpoints.save(resumed);
        if (resumed.state() == EndpointState.PENDING) {
            checks.ownMessage(resumed.owner());
            challenge.begin(resumed.id(), now);
        }
        audit.record(
                command.caller(), AuditRecord.done("endpoint.resumed", "endpoint", resumed.id(), null, "agreement"));
        return new Resumed(
                resumed,
                command.recoverFrom() == null
                        ? null
                        : recovery.recover(command.caller(), resumed.id(), command.recoverFrom()));
    }
}
