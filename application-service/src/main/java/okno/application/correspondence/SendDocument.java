package okno.application.correspondence;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.content.FileRule;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;

/**
 * A further document of the applicant while the agency reviews; when it had asked for more, this is the answer. Several
 * can follow each other: the first brings the application back to review, where the others are still welcome.
 */
@Component
public class SendDocument {

    private static final FileRule RULE = FileRule.of(Set.of("PDF", "JPG", "PNG"), 5L * 1024 * 1024);
    private static final Set<ApplicationStatus> WELCOME =
            Set.of(ApplicationStatus.RECEIVED, ApplicationStatus.IN_REVIEW, ApplicationStatus.INFO_REQUESTED);

    private final Applications applications;
    private final KeepPaper keepPaper;
    private final AnswerRequest answerRequest;
    private final Audit audit;
    private final Clock clock;

    SendDocument(
            Applications applications, KeepPaper keepPaper, AnswerRequest answerRequest, Audit audit, Clock clock) {
        this.applications = applications;
        this.keepPaper = keepPaper;
        this.answerRequest = answerRequest;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id, KeepPaper.File file) {}

    public Paper handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.id, Owner.of(command.caller));
        if (!WELCOME.contains(application.status())) {
            throw Lifecycle.notAllowed(application.status(), Side.APPLICANT);
        }
        return keepPaper.handle(application.id(), Side.APPLICANT, command.file, RULE, paper -> {
            if (!answerRequest.handle(command.caller, application)) {
                applications.save(application.touched(clock.instant()));
            }
            audit.record(
                    command.caller,
                    AuditRecord.done(
                            "document.sent",
                            "document",
                            paper.id(),
                            application.owner().personId(),
                            RecordStep.BASIS));
            return paper;
        });
    }
}
