package okno.application.processing;

import java.util.List;
import okno.application.processing.domain.Officer;
import okno.application.processing.persistence.Officers;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agency's own system says who works there; work is given out by it. */
@Component
public class KeepOfficers {

    private final Officers officers;
    private final Audit audit;

    KeepOfficers(Officers officers, Audit audit) {
        this.officers = officers;
        this.audit = audit;
    }

    public record Command(Caller caller, Officer officer) {}

    @Transactional
    public Officer handle(Command command) {
        officers.save(Desk.of(command.caller).agency(), command.officer);
        audit.record(
                command.caller,
                AuditRecord.done("officer.saved", "officer", command.officer.id(), command.officer.id(), "79-FZ"));
        return command.officer;
    }

    /** By their ids, one more than the limit. */
    public List<Officer> page(Caller caller, int limit, @Nullable String after) {
        return officers.page(Desk.of(caller).agency(), limit, after);
    }
}
