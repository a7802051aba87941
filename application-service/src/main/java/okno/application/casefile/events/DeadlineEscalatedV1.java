package okno.application.casefile.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.TermWatch;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code application-deadline-escalated.v1}: the agency's term comes to its end, or has passed. It is the
 * agency's business, so it names no applicant.
 *
 * @param assignee account of the officer who works on it
 * @param leads accounts of those who lead the unit, when nobody works on it
 */
public record DeadlineEscalatedV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String assignee,
        List<String> leads,
        TermWatch.Level level,
        LocalDate expectedCompletionDate,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.deadline_escalated.v1";

    public static OutgoingEvent of(
            Application application, List<String> leads, TermWatch.Level level, LocalDate last, Instant now) {
        return new OutgoingEvent(
                ApplicationEvents.TOPIC,
                TYPE,
                application.id(),
                application.version(),
                from(application, leads, level, last, now));
    }

    static DeadlineEscalatedV1 from(
            Application application, List<String> leads, TermWatch.Level level, LocalDate last, Instant now) {
        return new DeadlineEscalatedV1(
                application.id(),
                application.filing() == null
                        ? null
                        : application.filing().number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.handling().unit(),
                application.assignee(),
                leads,
                level,
                last,
                now);
    }
}
