package okno.identity.consent;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentField;
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
 * A partner reads what a person has allowed. Consents are looked up at every read, and each one that is relied on is in
 * the journal before the answer leaves; so is a read that was refused, under the person's own eyes.
 */
@Service
public class ReadByConsent {

    private static final String ACTION = "person.read_by_consent";

    private final ConsentQueries consents;
    private final Persons persons;
    private final Audit audit;

    ReadByConsent(ConsentQueries consents, Persons persons, Audit audit) {
        this.consents = consents;
        this.persons = persons;
        this.audit = audit;
    }

    /** Whom. */
    public record Command(UUID personId) {}

    /** The person, and what of it may be shown by which consents. */
    public record Allowed(Person person, Set<ConsentField> fields, List<Consent> by) {}

    /**
     * A refusal commits too: the person shall see who tried.
     *
     * @throws Problem {@code not_found} alike for a stranger and for a person without a consent for the caller
     */
    @Transactional(noRollbackFor = Problem.class)
    public Allowed handle(Caller caller, Command command) {
        String subject = command.personId().toString();
        List<Consent> inForce = consents.inForce(command.personId(), caller.id());
        if (inForce.isEmpty()) {
            audit.record(caller, AuditRecord.refused(ACTION, "person", subject, subject, KeepConsent.BASIS));
            throw Problem.notFound();
        }
        Person person = persons.find(new PersonId(command.personId())).orElseThrow(Problem::notFound);
        Set<ConsentField> fields = EnumSet.noneOf(ConsentField.class);
        for (Consent consent : inForce) {
            fields.addAll(consent.terms().fields());
            audit.record(caller, AuditRecord.done(ACTION, "consent", consent.id(), subject, KeepConsent.BASIS));
        }
        return new Allowed(person, fields, inForce);
    }
}
