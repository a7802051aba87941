package okno.application.appeal;

import java.time.Clock;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.events.AppealV1;
import okno.application.appeal.persistence.Appeals;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a complaint back: who complained may have its consideration ended (59-FZ art. 5 p. 6), and may complain anew. */
@Component
public class WithdrawAppeal {

    private final Applications applications;
    private final Appeals appeals;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    WithdrawAppeal(Applications applications, Appeals appeals, Outbox outbox, Audit audit, Clock clock) {
        this.applications = applications;
        this.appeals = appeals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID applicationId, UUID id) {}

    /** @throws Problem {@code appeal_decided}, {@code appeal_withdrawn} (409) */
    @Transactional
    public Appeal handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.applicationId, Owner.of(command.caller));
        Appeal withdrawn = appeals.lock(application.id(), command.id).withdraw(clock.instant());
        appeals.save(withdrawn);
        outbox.append(AppealV1.of(withdrawn, application));
        audit.record(
                command.caller,
                AuditRecord.done(
                        "appeal.withdrawn",
                        "appeal",
                        withdrawn.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
        return withdrawn;
    }
}
