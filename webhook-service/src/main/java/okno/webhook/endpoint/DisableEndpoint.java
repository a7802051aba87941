package okno.webhook.endpoint;

import java.time.Clock;
import java.util.UUID;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.persistence.Endpoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops sending to an endpoint, keeps its backlog and tells its owner. */
@Service
public class DisableEndpoint {

    private final Endpoints endpoints;
    private final EndpointAnnouncements announcements;
    private final Clock clock;

    DisableEndpoint(Endpoints endpoints, EndpointAnnouncements announcements, Clock clock) {
        this.endpoints = endpoints;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Which endpoint, and why. */
    public record Command(UUID endpointId, DisabledReason reason) {}

    /** Does nothing when it is gone or disabled already: several deliveries may find out at the same time. */
    @Transactional
    public void handle(Command command) {
        endpoints
                .findLocked(command.endpointId())
                .filter(endpoint -> endpoint.state() != EndpointState.DISABLED)
                .ifPresent(endpoint ->
                        announcements.disabled(endpoint.disabled(command.reason()), command.reason(), clock.instant()));
    }
}
