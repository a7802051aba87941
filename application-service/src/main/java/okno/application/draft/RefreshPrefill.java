package okno.application.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Casefiles;
import okno.application.catalogue.PassportQueries;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/**
 * Asks the state again what a draft was filled in from, when the applicant wishes: after they have corrected their profile,
 * or when a source was silent at the beginning. What they wrote themselves stays as they wrote it.
 */
@Component
public class RefreshPrefill {

    private final Casefiles casefiles;
    private final PassportQueries passports;
    private final Prefill prefill;
    private final KeepForm keepForm;

    RefreshPrefill(Casefiles casefiles, PassportQueries passports, Prefill prefill, KeepForm keepForm) {
        this.casefiles = casefiles;
        this.passports = passports;
        this.prefill = prefill;
        this.keepForm = keepForm;
    }

    /** {@code version}: the one that the caller saw; another device may have saved since. */
    public record Command(Caller caller, UUID id, long version) {}

    /** The draft, and the fields whose source did not answer. */
    public record Refreshed(Casefile casefile, List<Form.Prefilled> missing) {}

    /**
     * Asks other services, so it runs outside any transaction.
     *
     * @throws Problem {@code stale_version} (412), {@code transition_not_allowed} (409)
     */
    public Refreshed handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Casefile opened = casefiles.get(command.id, Owner.of(command.caller));
        Application draft = opened.application();
        if (draft.version() != command.version) {
            throw Problem.stale();
        }
        if (!draft.status().isEditable()) {
            throw Lifecycle.notAllowed(draft.status(), Side.APPLICANT);
        }
        Prefill.Filled fresh = prefill.again(
                command.caller,
                passports.get(draft.service().code(), draft.service().version()));
        Form form = merged(opened.form(), fresh);
        return new Refreshed(keepForm.handle(command.caller, draft, form), fresh.missing());
    }

    /** New values where the field is empty or was filled in before; what a silent source had given stays. */
    private static Form merged(Form before, Prefill.Filled fresh) {
        Map<String, Object> fields = FormPaths.merge(before.fields(), Map.of());
        List<Form.Prefilled> prefilled = new ArrayList<>(before.prefilled().stream()
                .filter(known -> fresh.missing().stream()
                        .anyMatch(silent -> silent.pointer().equals(known.pointer())))
                .filter(known -> fresh.form().prefilled().stream()
                        .noneMatch(field -> field.pointer().equals(known.pointer())))
                .toList());
        for (Form.Prefilled field : fresh.form().prefilled()) {
            boolean filledBefore = before.prefilled().stream()
                    .anyMatch(known -> known.pointer().equals(field.pointer()));
            Optional<Object> value = FormPaths.at(fresh.form().fields(), field.pointer());
            if (value.isPresent()
                    && (filledBefore
                            || FormPaths.at(before.fields(), field.pointer()).isEmpty())) {
                FormPaths.write(fields, field.pointer(), value.get());
                prefilled.add(field);
            }
        }
        return new Form(fields, prefilled);
    }
}
