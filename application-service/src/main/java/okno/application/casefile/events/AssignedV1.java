package okno.application.casefile.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code application-assigned.v1}: an officer works on an application from now on. It is the agency's business, so
 * it names no applicant.
 *
 * @param assignee account of the officer
 * @param taken true: the officer took it themselves
 */
public record AssignedV1(
        UUID applicationId,
        String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        @Nullable String unit,
        String assignee,
        boolean taken,
        LocalDate expectedCompletionDate,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.assigned.v1";

    public static OutgoingEvent of(Application application, boolean taken) {
        return new OutgoingEvent(
                ApplicationEvents.TOPIC, TYPE, application.id(), application.version(), from(application, taken));
    }

    static AssignedV1 from(Application application, boolean taken) {
        Filing filing = Objects.requireNonNull(application.filing());
        return new AssignedV1(
                application.id(),
                filing.number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.handling().unit(),
                Objects.requireNonNull(application.assignee()),
                taken,
                filing.expectedCompletionDate(),
                application.updatedAt());
    }
}
