package okno.org.linking.events;

import java.time.Instant;
import java.util.UUID;
import okno.org.linking.domain.Organisation;

/** Contract {@code contracts/events/acting-right-withdrawn.v1}: acting tokens issued before that moment are void. */
public record ActingRightWithdrawnV1(UUID orgId, String personId, Instant occurredAt) {

    public static final String TYPE = "okno.acting_right.withdrawn.v1";

    public static ActingRightWithdrawnV1 from(Organisation withdrawn) {
        return new ActingRightWithdrawnV1(withdrawn.id(), withdrawn.personId(), withdrawn.changedAt());
    }
}
