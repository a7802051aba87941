package okno.application.attachment;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Papers;
import okno.application.catalogue.PassportQueries;
import okno.application.content.FileRule;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** Attaches a document to a draft, or to an application sent back, as the passport of the service allows. */
@Component
public class AttachFile {

    /** More than any passport asks for; keeps a draft from becoming a file store. */
    private static final int MAX_FILES = 50;

    private final Applications applications;
    private final Papers papers;
    private final PassportQueries passports;
    private final KeepPaper keepPaper;
    private final Audit audit;
    private final Clock clock;

    AttachFile(
            Applications applications,
            Papers papers,
            PassportQueries passports,
            KeepPaper keepPaper,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.papers = papers;
        this.passports = passports;
        this.keepPaper = keepPaper;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id, KeepPaper.File file) {}

    public Paper handle(Command command) {
        return handle(command, paper -> {});
    }

    /** The same, with what else must happen in the transaction that records the file. */
    public Paper handle(Command command, Consumer<Paper> effect) {
        FileRule rule = rule(command.caller, command.id, command.file.kind());
        return keepPaper.handle(command.id, Side.APPLICANT, command.file, rule, paper -> {
            Application draft = draft(command.caller, command.id);
            applications.save(draft.touched(clock.instant()));
            audit.record(
                    command.caller,
                    AuditRecord.done(
                            "attachment.added",
                            "attachment",
                            paper.id(),
                            draft.owner().personId(),
                            RecordStep.BASIS));
            effect.accept(paper);
            return paper;
        });
    }

    /** What may be attached under a kind now; refuses when nothing may. */
    public FileRule rule(Caller caller, UUID applicationId, String kind) {
        caller.requirePermission("applications.submit");
        Application draft = draft(caller, applicationId);
        if (papers.of(draft.id()).size() >= MAX_FILES) {
            throw Problem.invalid("/file", "too_many_files", MAX_FILES);
        }
        return passports
                .get(draft.service().code(), draft.service().version())
                .document(kind)
                .map(FileRule::of)
                .orElseThrow(() -> Problem.invalid("/kind", "document_kind_unknown"));
    }

    private Application draft(Caller caller, UUID id) {
        Application draft = applications.get(id, Owner.of(caller));
        if (!draft.status().isEditable()) {
            throw Lifecycle.notAllowed(draft.status(), Side.APPLICANT);
        }
        return draft;
    }
}
