package okno.identity.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.domain.ContactKind;
import okno.identity.contact.domain.ContactRefused;
import okno.identity.contact.persistence.ContactChanges;
import okno.identity.person.ProfileChanges;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The code that came to the new phone or e-mail puts it into the profile, as a confirmed one. */
@Service
public class ConfirmContactChange {

    private final Persons persons;
    private final ContactChanges changes;
    private final ProfileChanges profile;
    private final Audit audit;
    private final Clock clock;

    ConfirmContactChange(Persons persons, ContactChanges changes, ProfileChanges profile, Audit audit, Clock clock) {
        this.persons = persons;
        this.changes = changes;
        this.profile = profile;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which change, and what was typed. */
    public record Command(UUID id, String digits) {

        /** Never the digits. */
        @Override
        public String toString() {
            return "ConfirmContactChange.Command[" + id + "]";
        }
    }

    /**
     * A refusal commits too: the try that it cost must not come back.
     *
     * @throws Problem {@code code_wrong}, {@code contact_change_over}; {@code contact_in_use} when another account has
     *     got it meanwhile; "not found" when it is no change of the caller's
     */
    @Transactional(noRollbackFor = ContactRefused.class)
    public Person handle(Caller caller, Command command) {
        Person person = persons.lock(PersonId.of(caller)).orElseThrow(Problem::notFound);
        ContactChange change = changes.lock(person.id(), command.id()).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        if (!change.openAt(now)) {
            throw ContactRefused.over();
        }
        if (!changes.matches(change.id(), command.digits())) {
            changes.miss(change.id());
            audit.record(
                    caller,
                    AuditRecord.refused(
                            "contact_change.confirmed",
                            "contact_change",
                            change.id(),
                            caller.id(),
                            StartContactChange.BASIS));
            throw ContactRefused.codeWrong(change.attemptsLeft() - 1);
        }
        Person changed = change.kind() == ContactKind.PHONE
                ? person.reachedByPhone(change.value())
                : person.reachedByEmail(change.value());
        profile.save(person, changed, now);
        changes.end(change.id());
        changes.tellKeycloak(person.id(), change.kind() == ContactKind.PHONE, now);
        audit.record(
                caller,
                AuditRecord.done(
                        "contact_change.confirmed",
                        "contact_change",
                        change.id(),
                        caller.id(),
                        StartContactChange.BASIS));
        return changed;
    }
}
