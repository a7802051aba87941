package okno.application.appeal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.persistence.Appeals;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.content.FileRule;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;

/**
 * Puts a file to a complaint that is not answered yet (210-FZ art. 11.2 p. 5: documents that bear the applicant out, or
 * copies of them).
 */
@Component
public class AddAppealFile {

    /** The kind under which files of complaints lie with the application. */
    public static final String KIND = "appeal";

    private static final FileRule RULE = FileRule.of(Set.of("PDF", "JPG", "PNG"), 5L * 1024 * 1024);
    private static final int MAX_FILES = 10;

    private final Applications applications;
    private final Appeals appeals;
    private final KeepPaper keepPaper;
    private final Audit audit;

    AddAppealFile(Applications applications, Appeals appeals, KeepPaper keepPaper, Audit audit) {
        this.applications = applications;
        this.appeals = appeals;
        this.keepPaper = keepPaper;
        this.audit = audit;
    }

    public record Command(Caller caller, UUID applicationId, UUID id, KeepPaper.File file) {}

    /**
     * @throws Problem {@code appeal_decided}, {@code appeal_withdrawn}, {@code too_many_files} (409), or as {@link KeepPaper}
     *     does; then nothing is kept
     */
    public Paper handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.applicationId, Owner.of(command.caller));
        appeals.find(application.id(), command.id).requireOpen();
        return keepPaper.handle(application.id(), Side.APPLICANT, command.file, RULE, paper -> {
            Appeal appeal = appeals.lock(application.id(), command.id);
            appeal.requireOpen();
            if (appeals.files(List.of(appeal.id()))
                            .getOrDefault(appeal.id(), List.of())
                            .size()
                    >= MAX_FILES) {
                throw new Problem(ProblemKind.CONFLICT, "too_many_files", MAX_FILES);
            }
            appeals.attach(appeal.id(), paper.id());
            audit.record(
                    command.caller,
                    AuditRecord.done(
                            "appeal.file_added",
                            "document",
                            paper.id(),
                            application.owner().personId(),
                            RecordStep.BASIS));
            return paper;
        });
    }
}
