package okno.identity.rights.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.rights.domain.DataRequest;

/** Contract {@code contracts/events/erasure-ordered.v1}: every service erases the person, but for what a law keeps. */
public record ErasureOrderedV1(UUID erasureId, UUID personId, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.erasure.v1";
    public static final String TYPE = "okno.erasure.ordered.v1";

    public static ErasureOrderedV1 from(DataRequest request, Instant occurredAt) {
        return new ErasureOrderedV1(request.id(), request.personId(), occurredAt);
    }
}
