package okno.identity.assurance;

import java.time.Clock;
import java.time.Instant;
import okno.identity.assurance.domain.EarnedLevel;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.events.AssuranceChangedV1;
import okno.identity.assurance.persistence.Claims;
import okno.identity.assurance.persistence.Verifications;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a level, its evidence, what Keycloak is to be told and the event by which the person hears of it; always in the
 * transaction of a use case.
 */
@Component
class AssuranceLevels {

    private final Persons persons;
    private final Verifications verifications;
    private final Claims claims;
    private final Outbox outbox;
    private final Clock clock;

    AssuranceLevels(Persons persons, Verifications verifications, Claims claims, Outbox outbox, Clock clock) {
        this.persons = persons;
        this.verifications = verifications;
        this.claims = claims;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The person, kept from others who would change the level until the transaction ends. */
    Person lock(PersonId id) {
        return persons.lock(id).orElseThrow(Problem::notFound);
    }

    void raise(Verification verification, @Nullable Passport seen) {
        Instant now = clock.instant();
        Person person = lock(verification.personId());
        persons.prove(person.id(), verification.to(), seen, now);
        verifications.insert(verification);
        changed(person, verification.to(), now);
    }

    /** What the other evidence proves stays, and of the expired one what the registers said. */
    void end(Verification expired) {
        Instant now = clock.instant();
        verifications.end(expired.id(), now);
        Person person = lock(expired.personId());
        Ial left = EarnedLevel.of(verifications.of(person.id()));
        if (left.compareTo(person.ial()) < 0) {
            persons.lower(person.id(), left, now);
            changed(person, left, now);
        }
    }

    private void changed(Person before, Ial level, Instant now) {
        claims.tell(before.id(), level, now);
        if (before.ial() != level) {
            var event = AssuranceChangedV1.from(before.id(), before.ial(), level, now);
            outbox.append(new OutgoingEvent(
                    AssuranceChangedV1.TOPIC,
                    AssuranceChangedV1.TYPE,
                    before.id().value(),
                    before.version() + 1,
                    event));
        }
    }
}
