package okno.application.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Representative;
import okno.application.casefile.domain.ServiceRef;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.application.casefile.persistence.Histories;
import okno.application.catalogue.domain.Passport;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a draft with what {@link Prefill} could find out. */
@Component
public class StartDraft {

    private final Applications applications;
    private final Forms forms;
    private final Histories histories;
    private final Audit audit;
    private final Clock clock;

    StartDraft(Applications applications, Forms forms, Histories histories, Audit audit, Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.histories = histories;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, Prefill.Filled filled) {}

    /** A draft, and the fields that could not be filled in because who knows them did not answer. */
    public record Begun(Application draft, Form form, List<Form.Prefilled> missing) {}

    @Transactional
    public Begun handle(Command command) {
        Passport passport = command.filled.passport();
        Instant now = clock.instant();
        Application draft = Application.draft(
                Ids.next(),
                new ServiceRef(passport.code(), passport.version(), passport.agency(), passport.oneActive()),
                Owner.of(command.caller),
                now);
        applications.insert(draft);
        forms.insert(draft.id(), command.filled.form());
        histories.append(
                draft.id(),
                null,
                draft.status(),
                Side.APPLICANT,
                null,
                Representative.of(command.caller),
                now.atOffset(ZoneOffset.UTC));
        audit.record(
                command.caller,
                AuditRecord.done(
                        "application.begun",
                        "application",
                        draft.id(),
                        draft.owner().personId(),
                        RecordStep.BASIS));
        return new Begun(draft, command.filled.form(), command.filled.missing());
    }
}
