package okno.identity.journal;

import java.time.YearMonth;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters into the journal that somebody exports a month of it, before they read the first line. */
@Service
public class StartExport {

    private final Audit audit;

    StartExport(Audit audit) {
        this.audit = audit;
    }

    /** Who exports which month. */
    public record Command(Caller caller, YearMonth month) {}

    @Transactional
    public void handle(Command command) {
        audit.record(
                command.caller(),
                AuditRecord.done("audit.exported", "audit_month", command.month(), null, "audit.inspection"));
    }
}
