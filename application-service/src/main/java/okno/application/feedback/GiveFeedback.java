package okno.application.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.corrective.OpenCorrectiveAction;
import okno.application.feedback.events.FeedbackGivenV1;
import okno.application.feedback.persistence.Ratings;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the applicant thinks of the service: once, when it is over, whatever came of it. The agency sees numbers; the
 * words, and which application it is, only when the applicant agrees.
 */
@Component
public class GiveFeedback {

    private final Applications applications;
    private final Ratings ratings;
    private final OpenCorrectiveAction openCorrectiveAction;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    GiveFeedback(
            Applications applications,
            Ratings ratings,
            OpenCorrectiveAction openCorrectiveAction,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.ratings = ratings;
        this.openCorrectiveAction = openCorrectiveAction;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code rating}: 1, bad, to 5, good; {@code shownToAgency}: it may read the words and know the application. */
    public record Command(
            Caller caller,
            UUID applicationId,
            int rating,
            @Nullable String text,
            boolean shownToAgency) {}

    /** @throws Problem {@code not_over} before the end, {@code feedback_given} the second time (409) */
    @Transactional
    public void handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.applicationId, Owner.of(command.caller));
        if (!application.status().isFinal() || application.filing() == null) {
            throw new Problem(ProblemKind.CONFLICT, "not_over");
        }
        Instant now = clock.instant();
        if (!ratings.insert(application, command.rating, command.text, command.shownToAgency, now)) {
            throw new Problem(ProblemKind.CONFLICT, "feedback_given");
        }
        if (command.shownToAgency) {
            // The event names the application, and with it who rated.
            outbox.append(FeedbackGivenV1.of(application, command.rating, now));
        }
        openCorrectiveAction.handle(application, command.rating);
        audit.record(
                command.caller,
                AuditRecord.done(
                        "feedback.given",
                        "application",
                        application.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
    }
}
