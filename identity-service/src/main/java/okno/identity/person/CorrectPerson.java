package okno.identity.person;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.events.ProfileUpdatedV1;
import okno.identity.person.persistence.Persons;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was recorded wrongly of a person is put right, by a decision that is in the journal; in its transaction. */
@Service
public class CorrectPerson {

    private final Persons persons;
    private final Outbox outbox;
    private final Clock clock;

    CorrectPerson(Persons persons, Outbox outbox, Clock clock) {
        this.persons = persons;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws Problem {@code stale_version}; {@code number_in_use} when another account has the INN */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(PersonId id, UnaryOperator<Person> correction) {
        Person before = persons.find(id).orElseThrow(Problem::notFound);
        Person after = correction.apply(before);
        List<String> fields = after.fieldsChangedSince(before);
        if (fields.isEmpty()) {
            return;
        }
        try {
            if (!persons.correct(after, clock.instant())) {
                throw Problem.stale();
            }
        } catch (DuplicateKeyException taken) {
            throw new Problem(ProblemKind.CONFLICT, "number_in_use");
        }
        var event = ProfileUpdatedV1.from(id, fields, clock.instant());
        outbox.append(
                new OutgoingEvent(ProfileUpdatedV1.TOPIC, ProfileUpdatedV1.TYPE, id.value(), after.version(), event));
    }
}
