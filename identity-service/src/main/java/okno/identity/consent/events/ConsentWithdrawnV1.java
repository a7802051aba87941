package okno.identity.consent.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentField;

/** Contract {@code contracts/events/consent-withdrawn.v1}: whom it concerns and which fields, never their values. */
public record ConsentWithdrawnV1(
        UUID consentId, UUID personId, String recipient, List<ConsentField> fields, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.consent.v1";
    public static final String TYPE = "okno.consent.withdrawn.v1";

    public static ConsentWithdrawnV1 from(Consent consent, Instant occurredAt) {
        return new ConsentWithdrawnV1(
                consent.id(),
                consent.personId(),
                consent.terms().recipient(),
                consent.terms().fields(),
                occurredAt);
    }
}
