package okno.application.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.domain.Ground;
import okno.application.appeal.events.AppealV1;
import okno.application.appeal.persistence.Appeals;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationNumber;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.TermRule;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.calendar.WorkingCalendar;
import okno.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a complaint in. It is registered at once, on a free day on the next working day (210-FZ art. 11.2 p. 6: at the
 * latest then), and its term is counted from that day.
 */
@Component
public class LodgeAppeal {

    private final Applications applications;
    private final Appeals appeals;
    private final TermQueries terms;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    LodgeAppeal(
            Applications applications, Appeals appeals, TermQueries terms, Outbox outbox, Audit audit, Clock clock) {
        this.applications = applications;
        this.appeals = appeals;
        this.terms = terms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID applicationId, String ground, String text) {}

    /**
     * The complaint, registered.
     *
     * @throws Problem {@code ground_unknown} (422); {@code appeal_not_possible} when the ground does not fit what became of
     *     the application so far, {@code appeal_open} when another is not answered yet (409)
     */
    @Transactional
    public Appeal handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.applicationId, Owner.of(command.caller));
        Ground ground = appeals.ground(command.ground).orElseThrow(() -> Problem.invalid("/ground", "ground_unknown"));
        if (!ground.possible().of(application, terms.today())) {
            throw new Problem(ProblemKind.CONFLICT, "appeal_not_possible");
        }
        Appeal appeal = registered(command, application, ground);
        try {
            appeals.insert(appeal);
        } catch (DuplicateKeyException open) {
            throw new Problem(ProblemKind.CONFLICT, "appeal_open");
        }
        outbox.append(AppealV1.of(appeal, application));
        audit.record(
                command.caller,
                AuditRecord.done(
                        "appeal.registered",
                        "appeal",
                        appeal.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
        return appeal;
    }

    /** The complaints about an application, oldest first, one more than the limit. */
    public List<Appeal> page(Caller caller, UUID applicationId, int limit, @Nullable UUID after) {
        return appeals.of(applications.get(applicationId, Owner.readBy(caller)).id(), limit, after);
    }

    private Appeal registered(Command command, Application application, Ground ground) {
        LocalDate today = terms.today();
        WorkingCalendar calendar = terms.calendar();
        LocalDate registered = calendar.isWorking(today) ? today : calendar.plusWorkingDays(today, 1);
        return new Appeal(
                Ids.next(),
                1,
                application.id(),
                ApplicationNumber.of("appeal", today.getYear(), appeals.nextSerial())
                        .value(),
                application.service().agency(),
                application.region(),
                ground.code(),
                command.text,
                null,
                Appeal.Status.REGISTERED,
                registered,
                lastDay(ground, registered, calendar),
                clock.instant(),
                null);
    }

    /**
     * Thirty calendar days (59-FZ art. 12 p. 1) may end on a free day. The law says nothing of it; agencies answer on the
     * working day before.
     */
    private LocalDate lastDay(Ground ground, LocalDate registered, WorkingCalendar calendar) {
        LocalDate last =
                terms.term(new TermRule(null, null, ground.term()), registered).lastDay(registered, calendar);
        while (!calendar.isWorking(last)) {
            last = last.minusDays(1);
        }
        return last;
    }
}
