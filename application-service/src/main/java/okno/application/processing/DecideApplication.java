package okno.application.processing;

import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Decision;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides an application; a refusal names its ground, one of those that the passport knows (210-FZ art. 12). */
@Component
public class DecideApplication {

    private final AgencyApplications desk;
    private final PassportQueries passports;
    private final DeliverResult deliverResult;

    DecideApplication(AgencyApplications desk, PassportQueries passports, DeliverResult deliverResult) {
        this.desk = desk;
        this.passports = passports;
        this.deliverResult = deliverResult;
    }

    public record Command(
            Caller caller,
            UUID id,
            Decision.Verdict verdict,
            @Nullable String reasonCode,
            @Nullable String comment) {}

    /** The application after the decision, and delivered when its result lay ready. */
    @Transactional
    public Application handle(Command command) {
        Application before = desk.getToMove(command.caller, command.id);
        String reason = reason(command, before);
        Application decided = desk.move(
                command.caller,
                before,
                (application, now) ->
                        application.decide(new Decision(command.verdict, reason, command.comment, now), now));
        return deliverResult.deliverIfReady(command.caller, decided);
    }

    private @Nullable String reason(Command command, Application application) {
        if (command.verdict == Decision.Verdict.APPROVED) {
            return null;
        }
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        if (command.reasonCode == null) {
            throw Problem.invalid("/reasonCode", "required");
        }
        if (!passport.rejectionReasons().containsKey(command.reasonCode)) {
            throw Problem.invalid("/reasonCode", "reason_unknown");
        }
        return command.reasonCode;
    }
}
