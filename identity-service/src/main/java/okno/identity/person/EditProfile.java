package okno.identity.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.ProfileEdit;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person changes their contacts or language. An edit that changes nothing writes nothing and tells nobody. */
@Service
public class EditProfile {

    private final Persons persons;
    private final ProfileChanges changes;
    private final Audit audit;
    private final Clock clock;

    EditProfile(Persons persons, ProfileChanges changes, Audit audit, Clock clock) {
        this.persons = persons;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The edit, and the version that the caller has seen. */
    public record Command(long seenVersion, ProfileEdit edit) {}

    /** @throws Problem {@code stale_version}; {@code contact_needs_code} for a new phone or e-mail, see {@code okno.identity.contact} */
    @Transactional
    public Person handle(Caller caller, Command command) {
        Person person = persons.find(PersonId.of(caller)).orElseThrow(Problem::notFound);
        if (person.version() != command.seenVersion()) {
            throw Problem.stale();
        }
        Person edited = person.edited(command.edit());
        if (edited.version() == person.version()) {
            return person;
        }
        requireNoNewAddress(person, edited);
        changes.save(person, edited, clock.instant());
        audit.record(caller, AuditRecord.done("profile.updated", "person", edited.id(), caller.id(), "152-FZ art. 9"));
        return edited;
    }

    /** Whoever has got hold of a session must not lead codes and letters elsewhere: a new address needs its code. */
    private static void requireNoNewAddress(Person person, Person edited) {
        List<FieldFault> faults = new ArrayList<>();
        if (!edited.contacts().phone().equals(person.contacts().phone())) {
            faults.add(FieldFault.at("/phone", "contact_needs_code"));
        }
        String email = edited.contacts().email();
        if (email != null && !email.equals(person.contacts().email())) {
            faults.add(FieldFault.at("/email", "contact_needs_code"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
