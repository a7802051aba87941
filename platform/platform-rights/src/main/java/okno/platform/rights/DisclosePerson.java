package okno.platform.rights;

import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.transaction.annotation.Transactional;

/** Enters into the journal that everything of a person is about to be read, before the first line of it is. */
class DisclosePerson {

    private final Audit audit;

    DisclosePerson(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    void handle(Caller caller, UUID person) {
        audit.record(
                caller, AuditRecord.done("person.exported", "person", person, person.toString(), "152-FZ art. 14"));
    }
}
