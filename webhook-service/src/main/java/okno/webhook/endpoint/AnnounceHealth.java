package okno.webhook.endpoint;

import java.time.Clock;
import java.time.Instant;
import okno.webhook.endpoint.persistence.Endpoints;
import okno.webhook.endpoint.persistence.FailureNotices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells of endpoints that nothing has reached for some time, and of those that take messages again. */
@Service
class AnnounceHealth {

    private final FailureNotices notices;
    private final Endpoints endpoints;
    private final EndpointAnnouncements announcements;
    private final EndpointProperties properties;
    private final Clock clock;

    AnnounceHealth(
            FailureNotices notices,
            Endpoints endpoints,
            EndpointAnnouncements announcements,
            EndpointProperties properties,
            Clock clock) {
        this.notices = notices;
        this.endpoints = endpoints;
        this.announcements = announcements;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public void handle() {
        Instant now = clock.instant();
        for (var change : notices.begin(now.minus(properties.failingAfter()), now)) {
            endpoints
                    .findLocked(change.endpointId())
                    .ifPresent(endpoint -> announcements.failing(endpoint, change, now));
        }
        for (var change : notices.end()) {
            endpoints
                    .findLocked(change.endpointId())
                    .ifPresent(endpoint -> announcements.recovered(endpoint, change, now));
        }
    }
}
