package okno.webhook.endpoint;

import java.time.Clock;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.domain.Subscription;
import okno.webhook.endpoint.persistence.Endpoints;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes address, subscription or description; a new address is challenged before anything is sent there. */
@Service
public class ChangeEndpoint {

    private final Endpoints endpoints;
    private final EndpointChecks checks;
    private final ChallengeEndpoint challenge;
    private final Audit audit;
    private final Clock clock;

    ChangeEndpoint(Endpoints endpoints, EndpointChecks checks, ChallengeEndpoint challenge, Audit audit, Clock clock) {
        this.endpoints = endpoints;
        this.checks = checks;
        this.challenge = challenge;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the owner changes; null leaves as it is.
     *
     * @param version the version that the owner saw
     */
    public record Command(
            Caller caller,
            UUID id,
            long version,
            @Nullable String url,
            Subscription.Change subscription,
            @Nullable String description) {}

    /** The changed endpoint; {@code stale_version} when it is no longer the version seen. */
    @Transactional
    public Endpoint handle(Command command) {
        if (command.url() != null) {
            checks.url(command.url());
        }
        checks.subscription(command.subscription());
        Endpoint before = endpoints.getLocked(command.id(), Owner.of(command.caller()));
        if (before.version() != command.version()) {
            throw Problem.stale();
        }
        Endpoint after = before.changed(command.url(), command.subscription(), command.description());
        endpoints.save(after);
        if (after.state() == EndpointState.PENDING && !after.url().equals(before.url())) {
            checks.ownMessage(after.owner());
            challenge.begin(after.id(), clock.instant());
        }
        audit.record(command.caller(), AuditRecord.done("endpoint.changed", "endpoint", after.id(), null, "agreement"));
        return after;
    }
}
