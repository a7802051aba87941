package okno.identity.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.domain.ContactKind;
import okno.identity.contact.domain.ContactRefused;
import okno.identity.contact.events.ContactChangeRequestedV1;
import okno.identity.contact.persistence.ContactChanges;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person wants another phone or e-mail. The answer is the same when the new one is somebody else's: then no code is sent
 * to anybody, so nobody finds out whose it is (152-FZ art. 7).
 */
@Service
@EnableConfigurationProperties(ContactProperties.class)
public class StartContactChange {

    static final String BASIS = "152-FZ art. 9";

    private final Persons persons;
    private final ContactChanges changes;
    private final ContactProperties properties;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    StartContactChange(
            Persons persons,
            ContactChanges changes,
            ContactProperties properties,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.changes = changes;
        this.properties = properties;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What shall be the new one. */
    public record Command(ContactKind kind, String value) {

        /** Never the value. */
        @Override
        public String toString() {
            return "StartContactChange.Command[" + kind + "]";
        }
    }

    /** @throws ContactRefused {@code contact_unchanged}, {@code code_sent_recently} or {@code contact_change_limit} */
    @Transactional
    public ContactChange handle(Caller caller, Command command) {
        Person person = persons.lock(PersonId.of(caller)).orElseThrow(Problem::notFound);
        var contacts = person.contacts();
        boolean known = command.kind() == ContactKind.PHONE
                ? contacts.phoneConfirmed() && command.value().equals(contacts.phone())
                : command.value().equals(contacts.email());
        if (known) {
            throw ContactRefused.unchanged();
        }
        Instant now = clock.instant();
        requireWithinLimits(person.id(), now);
        var change = new ContactChange(
                Ids.next(),
                person.id(),
                command.kind(),
                command.value(),
                properties.attempts(),
                now,
                now.plus(properties.codeLife()));
        changes.replace(change);
        outbox.append(new OutgoingEvent(
                ContactChangeRequestedV1.TOPIC,
                ContactChangeRequestedV1.TYPE,
                person.id().value(),
                person.version(),
                ContactChangeRequestedV1.from(change)));
        audit.record(
                caller,
                AuditRecord.done("contact_change.requested", "contact_change", change.id(), caller.id(), BASIS));
        return change;
    }

    private void requireWithinLimits(PersonId person, Instant now) {
        changes.lastBegun(person).ifPresent(last -> {
            Duration left = Duration.between(now, last.plus(properties.resendAfter()));
            if (left.isPositive()) {
                throw ContactRefused.tooSoon(left.toSeconds() + 1);
            }
        });
        if (changes.countSince(person, now.minus(Duration.ofDays(1))) >= properties.perDay()) {
            throw ContactRefused.tooMany(properties.perDay());
        }
    }
}
