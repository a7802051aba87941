package okno.application.processing;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says which officer works on an application; without a name the caller takes it. */
@Component
public class AssignOfficer {

    private final AgencyApplications desk;
    private final Applications applications;
    private final Audit audit;
    private final Clock clock;

    AssignOfficer(AgencyApplications desk, Applications applications, Audit audit, Clock clock) {
        this.desk = desk;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id, @Nullable String officerId) {}

    @Transactional
    public Application handle(Command command) {
        Application before = desk.getToMove(command.caller, command.id);
        String officer = command.officerId == null ? command.caller.id() : command.officerId;
        Application assigned = before.assign(officer, clock.instant());
        applications.save(assigned);
        audit.record(
                command.caller,
                AuditRecord.done(
                        "application.assigned",
                        "application",
                        assigned.id(),
                        assigned.owner().personId(),
                        RecordStep.BASIS));
        return assigned;
    }
}
