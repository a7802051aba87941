package okno.application.casefile.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Filing;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Texts;
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
        List<Notice> notices,
        Instant occurredAt) {

    public static final String SUBMITTED_TYPE = "okno.application.submitted.v1";
    public static final String TYPE = "okno.application.status_changed.v1";

    static StatusChangedV1 from(ApplicationStatus previous, Application application, Passport passport) {
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
                passport.notifications(application.status().name()).stream()
                        .map(Notice::from)
                        .toList(),
                application.updatedAt());
    }

    /** What the passport has to say, in words that are the same for every applicant. */
    public record Notice(
            SortedSet<String> channels, @Nullable Words title, Words text) {

        private static Notice from(Passport.Notification notification) {
            Texts title = notification.title();
            return new Notice(
                    new TreeSet<>(notification.channels()),
                    title == null ? null : Words.from(title),
                    Words.from(notification.text()));
        }
    }

    /** Russian and English. */
    public record Words(String ru, String en) {

        private static Words from(Texts texts) {
            return new Words(texts.ru(), texts.en());
        }
    }
}
