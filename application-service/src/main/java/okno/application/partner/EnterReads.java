package okno.application.partner;

import java.util.List;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters partners' reads into the persons' journal, each consent that is relied on, and reads that were refused. */
@Service
class EnterReads {

    private static final String ACTION = "applications.read_by_consent";
    private static final String BASIS = "152-FZ art. 9";

    private final Audit audit;

    EnterReads(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    void done(Caller caller, UUID person, List<UUID> consents) {
        for (UUID consent : consents) {
            audit.record(caller, AuditRecord.done(ACTION, "consent", consent, person.toString(), BASIS));
        }
    }

    @Transactional
    void refused(Caller caller, UUID person) {
        audit.record(caller, AuditRecord.refused(ACTION, "person", person, person.toString(), BASIS));
    }
}
