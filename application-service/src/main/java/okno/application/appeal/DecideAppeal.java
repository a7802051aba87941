package okno.application.appeal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.events.AppealV1;
import okno.application.appeal.persistence.Appeals;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers a complaint; never by the officer whose decision it is about (210-FZ art. 11.2 p. 1 and 2). */
@Component
public class DecideAppeal {

    private final Appeals appeals;
    private final Applications applications;
    private final ReopenApplication reopenApplication;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    DecideAppeal(
            Appeals appeals,
            Applications applications,
            ReopenApplication reopenApplication,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.appeals = appeals;
        this.applications = applications;
        this.reopenApplication = reopenApplication;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code verdict}: UPHELD or DENIED. */
    public record Command(Caller caller, UUID id, Appeal.Status verdict, String answer) {}

    /** The complaint with its answer; upheld, it may {@linkplain ReopenApplication reopen} the application. */
    @Transactional
    public Appeal handle(Command command) {
        if (command.verdict != Appeal.Status.UPHELD && command.verdict != Appeal.Status.DENIED) {
            throw Problem.invalid("/decision", "invalid_value");
        }
        Appeal appeal = appeals.get(command.id, agency(command.caller), command.caller.region());
        Application application = applications.find(appeal.applicationId()).orElseThrow();
        Appeal decided =
                appeal.decide(command.verdict, command.answer, command.caller.id(), application, clock.instant());
        appeals.save(decided);
        outbox.append(AppealV1.of(decided, application));
        if (command.verdict == Appeal.Status.UPHELD) {
            reopenApplication.handle(
                    command.caller, application, appeals.ground(appeal.ground()).orElseThrow());
        }
        audit.record(
                command.caller,
                AuditRecord.done(
                        "appeal.decided",
                        "appeal",
                        decided.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
        return decided;
    }

    /** What the agency has to answer, what is due first on top, one more than the limit. */
    public List<Appeal> desk(Caller caller, int limit, @Nullable UUID after) {
        return appeals.desk(agency(caller), caller.region(), limit, after);
    }

    private static String agency(Caller caller) {
        String agency = caller.agency();
        if (agency == null) {
            throw new Problem(ProblemKind.FORBIDDEN, "agency_missing");
        }
        return agency;
    }
}
