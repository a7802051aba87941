package okno.webhook.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.webhook.egress.EndpointUrls;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointRefused;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.domain.Subscription;
import okno.webhook.signing.SigningSecret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers an endpoint with a new secret and begins to challenge it. */
@Service
public class RegisterEndpoint {

    private static final Subscription EVERYTHING = new Subscription(List.of(), List.of(), List.of(), false);

    private final NewEndpoint newEndpoint;
    private final EndpointChecks checks;
    private final ChallengeEndpoint challenge;
    private final Audit audit;
    private final Clock clock;

    RegisterEndpoint(
            NewEndpoint newEndpoint, EndpointChecks checks, ChallengeEndpoint challenge, Audit audit, Clock clock) {
        this.newEndpoint = newEndpoint;
        this.checks = checks;
        this.challenge = challenge;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the owner asks for. */
    public record Command(Caller caller, String url, Subscription.Change subscription, String description) {}

    /** The endpoint, and its secret for the only time. */
    public record Registered(Endpoint endpoint, SigningSecret secret) {}

    /**
     * Registers it, PENDING.
     *
     * @throws okno.platform.core.Problem for a URL or event type that is not allowed (see {@link EndpointUrls}),
     *     {@link EndpointRefused.TooMany} and {@link EndpointRefused.TooManyMessages} beyond the owner's quotas
     */
    @Transactional
    public Registered handle(Command command) {
        Owner owner = Owner.of(command.caller());
        checks.url(command.url());
        checks.subscription(command.subscription());
        checks.quota(owner);
        checks.ownMessage(owner);
        Instant now = clock.instant();
        var endpoint = new Endpoint(
                Ids.next(),
                owner,
                command.url(),
                EVERYTHING.changed(command.subscription()),
                command.description(),
                EndpointState.PENDING,
                null,
                1,
                now);
        SigningSecret secret = newEndpoint.add(endpoint, command.caller());
        challenge.begin(endpoint.id(), now);
        audit.record(
                command.caller(),
                AuditRecord.done("endpoint.registered", "endpoint", endpoint.id(), null, "agreement"));
        return new Registered(endpoint, secret);
    }
}
