package okno.org.power.events;

import java.time.Instant;
import java.util.UUID;
import okno.org.power.domain.PowerOfAttorney;

/** Contract {@code contracts/events/power-of-attorney-granted.v1}: the principal has signed. */
public record PowerGrantedV1(UUID powerOfAttorneyId, String principalId, Instant occurredAt) {

    public static final String TYPE = "okno.power_of_attorney.granted.v1";

    public static PowerGrantedV1 from(PowerOfAttorney signed) {
        return new PowerGrantedV1(signed.id(), signed.principalId(), signed.changedAt());
    }
}
