package okno.application.processing;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.casefile.persistence.Applications;
import okno.application.result.IssueResults;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Completes an approved application by the record that a register made for it. */
@Component
public class CompleteByRecord {

    private static final Logger LOG = LoggerFactory.getLogger(CompleteByRecord.class);

    private final Applications applications;
    private final RecordStep recordStep;
    private final IssueResults issueResults;
    private final Clock clock;

    CompleteByRecord(Applications applications, RecordStep recordStep, IssueResults issueResults, Clock clock) {
        this.applications = applications;
        this.recordStep = recordStep;
        this.issueResults = issueResults;
        this.clock = clock;
    }

    public record Command(UUID applicationId, RegisterRecord record) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Command command) {
        Application approved = applications
                .find(command.applicationId)
                .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "not_found"));
        if (approved.status() != ApplicationStatus.APPROVED) {
            LOG.warn("Register record for application {} in status {}", approved.id(), approved.status());
            return;
        }
        Application completed = approved.deliver(command.record, clock.instant());
        recordStep.handle("registry-service", approved, completed);
        issueResults.handle(completed);
    }
}
