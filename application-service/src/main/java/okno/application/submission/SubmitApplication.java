package okno.application.submission;

import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Step;
import okno.application.casefile.persistence.Applications;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Submits a draft, or an application corrected: judges it, with identity-service's word on the signature, and only then, in one transaction, {@linkplain
 * FileApplication files} it. Whatever changes in between makes the filing fail, because it names the version judged.
 */
@Component
public class SubmitApplication {

    private final CheckReadiness checkReadiness;
    private final FileApplication fileApplication;
    private final Applications applications;

    SubmitApplication(CheckReadiness checkReadiness, FileApplication fileApplication, Applications applications) {
        this.checkReadiness = checkReadiness;
        this.fileApplication = fileApplication;
        this.applications = applications;
    }

    public record Command(Caller caller, UUID id, @Nullable UUID signatureId) {}

    /**
     * The application after it, SUBMITTED or AWAITING_PAYMENT; IN_REVIEW again after a correction.
     *
     * @throws Problem {@code account_not_confirmed} (403); {@code invalid_content} (422) with everything that readiness
     *     finds; {@code transition_not_allowed} or {@code already_applied} (409)
     */
    public Application handle(Command command) {
        command.caller.requirePermission("applications.submit");
        CheckReadiness.Readiness readiness = checkReadiness.anew(command.caller, command.id, command.signatureId);
        Application draft = readiness.application();
        boolean again = draft.status() == ApplicationStatus.CORRECTION_REQUIRED;
        Lifecycle.transition(draft.status(), again ? Step.CORRECT : Step.SUBMIT);
        if (!readiness.passport().applicant().ial().metBy(command.caller.ial())) {
            throw new Problem(ProblemKind.FORBIDDEN, "account_not_confirmed");
        }
        String permission = readiness.passport().applicant().permission();
        if (permission != null) {
            command.caller.requirePermission(permission);
        }
        if (!readiness.faults().isEmpty()) {
            throw Problem.invalid(readiness.faults());
        }
        var filing = new FileApplication.Command(command.caller, readiness, command.signatureId);
        if (again) {
            return fileApplication.again(filing);
        }
        refuseSecond(draft);
        try {
            return fileApplication.handle(filing);
        } catch (DuplicateKeyException raced) {
            refuseSecond(draft);
            throw raced;
        }
    }

    private void refuseSecond(Application draft) {
        if (draft.service().exclusive()) {
            applications.underWay(draft.owner(), draft.service().code()).ifPresent(first -> {
                throw new Problem(ProblemKind.CONFLICT, "already_applied")
                        .with("application", "/api/v1/applications/" + first.id());
            });
        }
    }
}
