package okno.application.draft;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Casefiles;
import okno.application.casefile.persistence.Forms;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves what was typed so far, in a draft or in an application sent back; anything may still be missing or wrong. */
@Component
public class SaveDraft {

    private final Applications applications;
    private final Casefiles casefiles;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    SaveDraft(Applications applications, Casefiles casefiles, Forms forms, Audit audit, Clock clock) {
        this.applications = applications;
        this.casefiles = casefiles;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What to save.
     *
     * @param version the version that the caller saw; another device may have saved since
     * @param patch JSON Merge Patch (RFC 7396) of the form
     */
    public record Command(Caller caller, UUID id, long version, Map<String, Object> patch) {}

    /** @throws Problem {@code stale_version} (412), {@code transition_not_allowed} (409), {@code malformed_body} (400) */
    @Transactional
    public Casefile handle(Command command) {
        command.caller.requirePermission("applications.submit");
        FormValues.requireUsable(command.patch);
        Casefile opened = casefiles.get(command.id, Owner.of(command.caller));
        Application draft = opened.application();
        if (draft.version() != command.version) {
            throw Problem.stale();
        }
        if (!draft.status().isEditable()) {
            throw Lifecycle.notAllowed(draft.status(), Side.APPLICANT);
        }
        Application saved = draft.touched(clock.instant());
        save(saved);
        Map<String, Object> merged = FormPaths.merge(opened.form().fields(), command.patch);
        Form form = new Form(merged, untouched(opened.form(), merged));
        forms.save(draft.id(), form);
        audit.record(
                command.caller,
                AuditRecord.done(
                        "application.saved",
                        "application",
                        saved.id(),
                        saved.owner().personId(),
                        RecordStep.BASIS));
        return new Casefile(saved, form);
    }

    /** What a person writes over comes from them from then on, and not from the state. */
    private static List<Form.Prefilled> untouched(Form before, Map<String, Object> merged) {
        return before.prefilled().stream()
                .filter(field ->
                        FormPaths.at(before.fields(), field.pointer()).equals(FormPaths.at(merged, field.pointer())))
                .toList();
    }

    /** Between our reading and our writing another device may have won: to the caller that is the same staleness. */
    private void save(Application saved) {
        try {
            applications.save(saved);
        } catch (Problem conflict) {
            throw Problem.stale();
        }
    }
}
