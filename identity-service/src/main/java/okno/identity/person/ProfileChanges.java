package okno.identity.person;

import java.time.Instant;
import okno.identity.person.domain.Person;
import okno.identity.person.events.ProfileUpdatedV1;
import okno.identity.person.persistence.Persons;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Writes a changed person and tells the others which fields changed; both in the caller's transaction. */
@Component
public class ProfileChanges {

    private final Persons persons;
    private final Outbox outbox;

    ProfileChanges(Persons persons, Outbox outbox) {
        this.persons = persons;
        this.outbox = outbox;
    }

    /** @throws Problem {@code stale_version}; {@code contact_in_use} when another account has the phone or e-mail */
    public void save(Person before, Person after, Instant now) {
        try {
            if (!persons.update(after, now)) {
                throw Problem.stale();
            }
        } catch (DuplicateKeyException taken) {
            throw new Problem(ProblemKind.CONFLICT, "contact_in_use");
        }
        var event = ProfileUpdatedV1.from(after.id(), after.fieldsChangedSince(before), now);
        outbox.append(new OutgoingEvent(
                ProfileUpdatedV1.TOPIC, ProfileUpdatedV1.TYPE, after.id().value(), after.version(), event));
    }
}
