package okno.application.casefile.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Filing;
import org.jspecify.annotations.Nullable;

/**
 * Contracts {@code application-submitted.v1} and {@code application-status-changed.v1}, one shape: an application moved
 * from one status to another.
 */
public record StatusChangedV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        String personId,
        @Nullable UUID orgId,
        ApplicationStatus previousStatus,
        ApplicationStatus status,
        @Nullable String reasonCode,
        @Nullable LocalDate expectedCompletionDate,
        @Nullable LocalDate answerBy,
        Instant occurredAt) {

    public static final String SUBMITTED_TYPE = "okno.application.submitted.v1";
    public static final String TYPE = "okno.application.status_changed.v1";

    static StatusChangedV1 from(ApplicationStatus previous, Application application) {
        Filing filing = application.filing();
        Decision decision = application.decision();
        return new StatusChangedV1(
                application.id(),
                filing == null ? null : filing.number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.owner().personId(),
                application.owner().orgId(),
                previous,
                application.status(),
                decision == null ? application.cancelReason() : decision.reasonCode(),
                filing == null ? null : filing.expectedCompletionDate(),
                application.answerBy(),
                application.updatedAt());
    }
}
