package okno.webhook.endpoint;

import java.time.Instant;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.events.EndpointActivatedV1;
import okno.webhook.endpoint.events.EndpointDisabledV1;
import okno.webhook.endpoint.events.EndpointFailingV1;
import okno.webhook.endpoint.events.EndpointRecoveredV1;
import okno.webhook.endpoint.persistence.Endpoints;
import okno.webhook.endpoint.persistence.FailureNotices;
import okno.webhook.endpoint.persistence.Watchers;
import org.springframework.stereotype.Component;

/** Saves a change of state that nobody asked for, and tells those who must know. */
@Component
class EndpointAnnouncements {

    private static final String TOPIC = "okno.webhook.endpoint.v1";
    private static final String COMPONENT = "webhook-service";

    private final Endpoints endpoints;
    private final Watchers watchers;
    private final Outbox outbox;
    private final Audit audit;

    EndpointAnnouncements(Endpoints endpoints, Watchers watchers, Outbox outbox, Audit audit) {
        this.endpoints = endpoints;
        this.watchers = watchers;
        this.outbox = outbox;
        this.audit = audit;
    }

    void activated(Endpoint endpoint, Instant now) {
        endpoints.save(endpoint);
        endpoints.resetHealth(endpoint.id());
        announce(endpoint, EndpointActivatedV1.TYPE, EndpointActivatedV1.from(endpoint, now));
        audit.record(COMPONENT, AuditRecord.done("endpoint.activated", "endpoint", endpoint.id(), null, "challenge"));
    }

    void disabled(Endpoint endpoint, DisabledReason reason, Instant now) {
        endpoints.save(endpoint);
        announce(
                endpoint,
                EndpointDisabledV1.TYPE,
                EndpointDisabledV1.from(endpoint, reason, watchers.of(endpoint.id()), now));
        audit.record(COMPONENT, AuditRecord.done("endpoint.disabled", "endpoint", endpoint.id(), null, reason.name()));
    }

    /** Health is no state that anybody sets: nothing is saved, and nothing is anybody's act. */
    void failing(Endpoint endpoint, FailureNotices.Change change, Instant now) {
        announce(
                endpoint,
                EndpointFailingV1.TYPE,
                EndpointFailingV1.from(endpoint, change.reason(), change.since(), watchers.of(endpoint.id()), now));
    }

    void recovered(Endpoint endpoint, FailureNotices.Change change, Instant now) {
        announce(
                endpoint,
                EndpointRecoveredV1.TYPE,
                EndpointRecoveredV1.from(endpoint, change.since(), watchers.of(endpoint.id()), now));
    }

    private void announce(Endpoint endpoint, String type, Object data) {
        outbox.append(new OutgoingEvent(TOPIC, type, endpoint.id(), endpoint.version(), data));
    }
}
