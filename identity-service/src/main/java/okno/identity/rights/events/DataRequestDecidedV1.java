package okno.identity.rights.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.rights.domain.DataRequest;
import okno.platform.messaging.OutgoingEvent;

/** Contract {@code contracts/events/data-request-decided.v1}: an operator decided a correction or an erasure. */
public record DataRequestDecidedV1(UUID requestId, UUID personId, String kind, boolean granted, Instant occurredAt) {

    public static final String TYPE = "okno.data_request.decided.v1";

    public static DataRequestDecidedV1 from(DataRequest request, boolean granted, Instant occurredAt) {
        return new DataRequestDecidedV1(
                request.id(), request.personId(), request.kind().name(), granted, occurredAt);
    }

    public OutgoingEvent of(DataRequest request) {
        return new OutgoingEvent(DataRequestReadyV1.TOPIC, TYPE, request.id(), request.version(), this);
    }
}
