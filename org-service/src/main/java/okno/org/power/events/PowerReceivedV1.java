package okno.org.power.events;

import java.time.Instant;
import java.util.UUID;

/** Contract {@code contracts/events/power-of-attorney-received.v1}: the person it names has an account. */
public record PowerReceivedV1(UUID powerOfAttorneyId, String representativeId, Instant occurredAt) {

    public static final String TYPE = "okno.power_of_attorney.received.v1";
}
