package okno.application.casefile;

import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Form;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an application with its form to another of our services; the journal keeps which one looked. */
@Component
public class DiscloseApplication {

    private final Applications applications;
    private final Forms forms;
    private final Audit audit;

    DiscloseApplication(Applications applications, Forms forms, Audit audit) {
        this.applications = applications;
        this.forms = forms;
        this.audit = audit;
    }

    public record Disclosed(Application application, Form form) {}

    @Transactional
    public Disclosed handle(Caller caller, UUID id) {
        Application application = applications.find(id).orElseThrow(Problem::notFound);
        audit.record(
                caller,
                AuditRecord.done(
                        "application.read",
                        "application",
                        id,
                        application.owner().personId(),
                        RecordStep.BASIS));
        return new Disclosed(application, forms.get(id));
    }
}
