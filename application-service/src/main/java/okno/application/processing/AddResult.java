package okno.application.processing;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.content.FileRule;
import okno.application.result.KeepResult;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;

/** Puts the agency's document with an application under review or approved; an approved one is thereby completed. */
@Component
public class AddResult {

    private static final FileRule RULE = FileRule.of(Set.of("PDF", "XML"), 10L * 1024 * 1024);

    private final AgencyApplications desk;
    private final Applications applications;
    private final KeepPaper keepPaper;
    private final DeliverResult deliverResult;
    private final NoteResult noteResult;
    private final Clock clock;

    AddResult(
            AgencyApplications desk,
            Applications applications,
            KeepPaper keepPaper,
            DeliverResult deliverResult,
            NoteResult noteResult,
            Clock clock) {
        this.desk = desk;
        this.applications = applications;
        this.keepPaper = keepPaper;
        this.deliverResult = deliverResult;
        this.noteResult = noteResult;
        this.clock = clock;
    }

    /** {@code details}: what the agency says of its file. */
    public record Command(Caller caller, UUID id, KeepPaper.File file, KeepResult.Details details) {}

    public Paper handle(Command command) {
        Application application = desk.getToMove(command.caller, command.id);
        if (application.status() != ApplicationStatus.IN_REVIEW && application.status() != ApplicationStatus.APPROVED) {
            throw Lifecycle.notAllowed(application.status(), Side.AGENCY);
        }
        return keepPaper.handle(application.id(), Side.AGENCY, command.file, RULE, paper -> {
            Application changed = application.touched(clock.instant());
            applications.save(changed);
            noteResult.brought(command.caller, changed, paper, command.details);
            deliverResult.deliverIfReady(command.caller, changed);
            return paper;
        });
    }
}
