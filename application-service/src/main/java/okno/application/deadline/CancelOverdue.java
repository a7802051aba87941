package okno.application.deadline;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.TermQueries;
import okno.application.deadline.persistence.OverdueAnswers;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Cancels applications whose applicant did not pay, answer or correct in time. Each in a transaction of its own; when the
 * applicant, or another replica, came first, the version of the row says so and nothing happens.
 */
@Component
class CancelOverdue {

    private static final Logger LOG = LoggerFactory.getLogger(CancelOverdue.class);
    private static final String COMPONENT = "application-service";
    private static final int BATCH = 100;

    private final OverdueAnswers overdue;
    private final Applications applications;
    private final RecordStep recordStep;
    private final TermQueries terms;
    private final TransactionOperations transaction;
    private final DeadlineMetrics metrics;

    CancelOverdue(
            OverdueAnswers overdue,
            Applications applications,
            RecordStep recordStep,
            TermQueries terms,
            TransactionOperations transaction,
            DeadlineMetrics metrics) {
        this.overdue = overdue;
        this.applications = applications;
        this.recordStep = recordStep;
        this.terms = terms;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** A hundred at a look; more wait for the next. */
    @Scheduled(fixedDelayString = "${okno.deadline.look:1m}")
    void look() {
        LocalDate today = terms.today();
        overdue.on(today, BATCH).forEach(id -> cancel(id, today));
    }

    private void cancel(UUID id, LocalDate today) {
        try {
            transaction
                    .execute(status -> applications
                            .find(id)
                            .filter(application -> isOverdue(application, today))
                            .map(before -> recorded(before, before.cancel(today, metrics.now()))))
                    .ifPresent(cancelled -> metrics.cancelled(Objects.requireNonNull(cancelled.cancelReason())));
        } catch (Problem cameFirst) {
            LOG.info("Application {} was changed while it was to be cancelled: {}", id, cameFirst.code());
        }
    }

    private static boolean isOverdue(Application application, LocalDate today) {
        LocalDate answerBy = application.answerBy();
        return answerBy != null && answerBy.isBefore(today);
    }

    private Application recorded(Application before, Application after) {
        recordStep.handle(COMPONENT, before, after);
        return after;
    }
}
