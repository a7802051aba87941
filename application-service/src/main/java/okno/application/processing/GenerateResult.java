package okno.application.processing;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.ResultRule;
import okno.application.result.KeepResult;
import okno.application.result.domain.IssuedResult;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/**
 * Makes a result from the template of the passport instead of a file; an application that is approved is thereby completed.
 */
@Component
public class GenerateResult {

    private final AgencyApplications desk;
    private final Applications applications;
    private final PassportQueries passports;
    private final KeepResult keepResult;
    private final DeliverResult deliverResult;
    private final Clock clock;

    GenerateResult(
            AgencyApplications desk,
            Applications applications,
            PassportQueries passports,
            KeepResult keepResult,
            DeliverResult deliverResult,
            Clock clock) {
        this.desk = desk;
        this.applications = applications;
        this.passports = passports;
        this.keepResult = keepResult;
        this.deliverResult = deliverResult;
        this.clock = clock;
    }

    /** {@code code}: which of the passport's results; {@code fields}: what its template asks the officer for. */
    public record Command(Caller caller, UUID id, String code, Map<String, Object> fields) {}

    /**
     * The result; it counts once the application is decided.
     *
     * @throws Problem {@code result_template_unknown} when the passport has no such template, {@code
     *     transition_not_allowed} (409) when it is out of turn, {@code invalid_content} where a field is wrong
     */
    public IssuedResult handle(Command command) {
        Application application = desk.getToMove(command.caller, command.id);
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        ResultRule rule = passport.result(command.code)
                .filter(known -> known.content() != null)
                .orElseThrow(() -> Problem.invalid("/code", "result_template_unknown"));
        boolean ready = application.status() == ApplicationStatus.IN_REVIEW
                || (application.status() == ApplicationStatus.APPROVED
                        && rule.outcome() == ResultRule.Outcome.APPROVED);
        if (!ready) {
            throw Lifecycle.notAllowed(application.status(), Side.AGENCY);
        }
        return keepResult.make(new KeepResult.Command(application, passport, rule, command.fields, false), result -> {
            Application changed = application.touched(clock.instant());
            applications.save(changed);
            deliverResult.made(command.caller, changed, result.id());
            return result;
        });
    }
}
