package okno.webhook.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import okno.webhook.endpoint.persistence.Secrets;
import okno.webhook.signing.SigningProperties;
import okno.webhook.signing.SigningSecret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an endpoint a new secret; the old one signs beside it until the overlap ends. */
@Service
public class RotateSecret {

    private final Endpoints endpoints;
    private final Secrets secrets;
    private final NewSecret newSecret;
    private final SigningProperties properties;
    private final Audit audit;
    private final Clock clock;

    RotateSecret(
            Endpoints endpoints,
            Secrets secrets,
            NewSecret newSecret,
            SigningProperties properties,
            Audit audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.newSecret = newSecret;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which endpoint.
     *
     * @param overlapHours how long the old secret goes on signing; null: the usual
     */
    public record Command(Caller caller, UUID id, @Nullable Integer overlapHours) {}

    /** The new secret for the only time, and when the old one stops. */
    public record Rotated(SigningSecret secret, Instant previousExpiresAt) {}

    /** Rotates; {@code overlap_range} for an overlap beyond the longest allowed. */
    @Transactional
    public Rotated handle(Command command) {
        Duration overlap =
                command.overlapHours() == null ? properties.overlap() : Duration.ofHours(command.overlapHours());
        if (overlap.isNegative() || overlap.compareTo(properties.maxOverlap()) > 0) {
            throw Problem.invalid(
                    "/overlapHours", "overlap_range", properties.maxOverlap().toHours());
        }
        UUID id = endpoints.getLocked(command.id(), Owner.of(command.caller())).id();
        Instant now = clock.instant();
        secrets.retire(id, now.plus(overlap), now);
        SigningSecret secret = newSecret.add(id, now);
        audit.record(command.caller(), AuditRecord.done("endpoint_secret.rotated", "endpoint", id, null, "agreement"));
        return new Rotated(secret, now.plus(overlap));
    }
}
