package okno.identity.rights.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.rights.domain.DataRequest;
import okno.platform.messaging.OutgoingEvent;

/**
 * Contract {@code contracts/events/data-request-ready.v1}: the copy of everything can be fetched.
 *
 * @param complete false while some service has not given its part
 * @param expiresAt when the archive is forgotten
 */
public record DataRequestReadyV1(
        UUID requestId, UUID personId, boolean complete, Instant expiresAt, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.request.v1";
    public static final String TYPE = "okno.data_request.ready.v1";

    public static DataRequestReadyV1 from(
            DataRequest request, boolean complete, Instant expiresAt, Instant occurredAt) {
        return new DataRequestReadyV1(request.id(), request.personId(), complete, expiresAt, occurredAt);
    }

    public OutgoingEvent of(DataRequest request) {
        return new OutgoingEvent(TOPIC, TYPE, request.id(), request.version(), this);
    }
}
