package okno.identity.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.consent.ConsentQueries;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentField;
import okno.identity.consent.domain.ConsentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A consent as its giver sees it.
 *
 * @param signatureId the signature over the bytes of {@code GET /me/consents/{id}/document}
 * @param signUntil while it is pending: until when the code can be typed
 */
record ConsentResponse(
        UUID id,
        String purpose,
        List<ConsentField> fields,
        String recipient,
        LocalDate until,
        ConsentStatus status,
        UUID signatureId,
        Instant createdAt,
        Instant signUntil,
        @Nullable Instant givenAt,
        @Nullable Instant withdrawnAt) {

    static ConsentResponse from(ConsentQueries.View view) {
        Consent consent = view.consent();
        return new ConsentResponse(
                consent.id(),
                consent.terms().purpose(),
                consent.terms().fields(),
                consent.terms().recipient(),
                consent.terms().until(),
                view.status(),
                consent.signatureId(),
                consent.createdAt(),
                consent.signUntil(),
                consent.givenAt(),
                consent.withdrawnAt());
    }
}
