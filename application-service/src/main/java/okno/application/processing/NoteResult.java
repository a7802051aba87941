package okno.application.processing;

import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Paper;
import okno.application.catalogue.PassportQueries;
import okno.application.result.KeepResult;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that an agency has put a result with an application. */
@Component
class NoteResult {

    private final KeepResult keepResult;
    private final PassportQueries passports;
    private final Audit audit;

    NoteResult(KeepResult keepResult, PassportQueries passports, Audit audit) {
        this.keepResult = keepResult;
        this.passports = passports;
        this.audit = audit;
    }

    /** One that the agency brought as a file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void brought(Caller caller, Application application, Paper paper, KeepResult.Details details) {
        keepResult.brought(
                new KeepResult.Brought(
                        application,
                        passports.get(
                                application.service().code(),
                                application.service().version()),
                        details),
                paper);
        audited(caller, application, paper.id(), "result.added");
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void audited(Caller caller, Application application, UUID id, String action) {
        audit.record(
                caller,
                AuditRecord.done(action, "document", id, application.owner().personId(), RecordStep.BASIS));
    }
}
