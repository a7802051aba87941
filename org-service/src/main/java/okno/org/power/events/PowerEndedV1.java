package okno.org.power.events;

import java.time.Instant;
import java.util.UUID;
import okno.org.power.domain.PowerOfAttorney;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code contracts/events/power-of-attorney-ended.v1}: acting tokens by it are void.
 *
 * @param representativeId null when nobody with an account was the person named
 */
public record PowerEndedV1(
        UUID powerOfAttorneyId,
        String principalId,
        @Nullable String representativeId,
        String status,
        Instant occurredAt) {

    public static final String TYPE = "okno.power_of_attorney.ended.v1";

    public static PowerEndedV1 from(PowerOfAttorney ended) {
        return new PowerEndedV1(
                ended.id(),
                ended.principalId(),
                ended.representativeId(),
                ended.status().name(),
                ended.changedAt());
    }
}
