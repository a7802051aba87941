package okno.application.processing;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Side;
import okno.application.casefile.domain.Step;
import okno.application.registercheck.OverruleChecks;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves an application to the status that the agency's own system names, by whichever step leads there. */
@Component
public class ChangeStatus {

    private final AgencyApplications desk;
    private final WriteToApplicant writeToApplicant;
    private final RequestInformation requestInformation;
    private final DecideApplication decideApplication;
    private final DeliverResult deliverResult;

    ChangeStatus(
            AgencyApplications desk,
            WriteToApplicant writeToApplicant,
            RequestInformation requestInformation,
            DecideApplication decideApplication,
            DeliverResult deliverResult) {
        this.desk = desk;
        this.writeToApplicant = writeToApplicant;
        this.requestInformation = requestInformation;
        this.decideApplication = decideApplication;
        this.deliverResult = deliverResult;
    }

    public record Command(
            Caller caller,
            UUID id,
            ApplicationStatus target,
            @Nullable String comment,
            @Nullable String reasonCode,
            List<OverruleChecks.Overruled> overruled) {}

    /**
     * @throws Problem as the step's own use case does; {@code reason_not_applicable} (422) with all but a refusal, {@code
     *     overruling_not_applicable} (422) with all but an approval
     */
    @Transactional
    public Application handle(Command command) {
        Application before = desk.getToMove(command.caller, command.id);
        Step step = Lifecycle.stepTo(before.status(), command.target, Side.AGENCY)
                .orElseThrow(() -> Lifecycle.notAllowed(before.status(), Side.AGENCY));
        if (step != Step.REJECT) {
            DecideApplication.requireNone(command.reasonCode);
        }
        if (step != Step.APPROVE) {
            DecideApplication.requireNone(command.overruled);
        }
        return switch (step) {
            case RECEIVE -> noted(command, desk.move(command.caller, before, Application::receive));
            case REVIEW -> noted(command, desk.move(command.caller, before, Application::review));
            case REQUEST_INFORMATION ->
                requestInformation.handle(new RequestInformation.Command(command.caller, command.id, command.comment));
            case REQUIRE_CORRECTION ->
                requestInformation.sendBack(
                        new RequestInformation.Command(command.caller, command.id, command.comment));
            case APPROVE -> decide(command, Decision.Verdict.APPROVED);
            case REJECT -> decide(command, Decision.Verdict.REJECTED);
            case DELIVER -> noted(command, deliverResult.deliver(command.caller, before));
            case SUBMIT,
                    SUBMIT_AND_PAY,
                    PAY,
                    ANSWER,
                    CORRECT,
                    WITHDRAW,
                    FULFIL_BY_REGISTER,
                    REFUSE_BY_REGISTER,
                    REOPEN,
                    CANCEL -> throw Lifecycle.notAllowed(before.status(), Side.AGENCY);
        };
    }

    private Application decide(Command command, Decision.Verdict verdict) {
        return decideApplication.handle(new DecideApplication.Command(
                command.caller, command.id, verdict, command.reasonCode, command.comment, command.overruled));
    }

    private Application noted(Command command, Application after) {
        if (command.comment != null && !command.comment.isBlank()) {
            writeToApplicant.write(after.id(), command.comment);
        }
        return after;
    }
}
