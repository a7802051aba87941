package okno.identity.person;

import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another service reads a person. Every read is in the journal with its purpose before the answer leaves, so a person
 * can see who looked (152-FZ, article 14).
 */
@Service
public class DisclosePerson {

    private final Persons persons;
    private final Audit audit;

    DisclosePerson(Persons persons, Audit audit) {
        this.persons = persons;
        this.audit = audit;
    }

    /** Whom, and what for. */
    public record Command(PersonId person, Extent extent, String purpose) {}

    /** How much of the person. */
    public enum Extent {
        WHOLE("person.read"),
        CONTACTS("person.contacts_read");

        private final String action;

        Extent(String action) {
            this.action = action;
        }
    }

    /** The person; the web edge shows of it what the extent says. */
    @Transactional
    public Person handle(Caller caller, Command command) {
        Person person = persons.find(command.person()).orElseThrow(Problem::notFound);
        String id = person.id().toString();
        audit.record(caller, AuditRecord.done(command.extent().action, "person", id, id, command.purpose()));
        return person;
    }
}
