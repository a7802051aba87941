package okno.application.draft;

import java.time.Clock;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.Form;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a form that was filled in anew from what the state knows. */
@Component
class KeepForm {

    private final Applications applications;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    KeepForm(Applications applications, Forms forms, Audit audit, Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem {@code stale_version} when another device has saved meanwhile */
    @Transactional
    public Casefile handle(Caller caller, Application draft, Form form) {
        Application saved = draft.touched(clock.instant());
        try {
            applications.save(saved);
        } catch (Problem conflict) {
            throw Problem.stale();
        }
        forms.save(saved.id(), form);
        audit.record(
                caller,
                AuditRecord.done(
                        "application.prefilled",
                        "application",
                        saved.id(),
                        saved.owner().personId(),
                        RecordStep.BASIS));
        return new Casefile(saved, form);
    }
}
