package okno.identity.assurance;

import java.time.Clock;
import java.time.Instant;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.persistence.Claims;
import okno.identity.assurance.persistence.Verifications;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Passport;
import okno.identity.person.persistence.Persons;
import org.springframework.stereotype.Component;

/** Writes a level, its evidence and what Keycloak is to be told; always in the transaction of a use case. */
@Component
class AssuranceLevels {

    private final Persons persons;
    private final Verifications verifications;
    private final Claims claims;
    private final Clock clock;

    AssuranceLevels(Persons persons, Verifications verifications, Claims claims, Clock clock) {
        this.persons = persons;
        this.verifications = verifications;
        this.claims = claims;
        this.clock = clock;
    }

    void raise(Verification verification, Passport seen) {
        Instant now = clock.instant();
        persons.prove(verification.personId(), verification.to(), seen, now);
        verifications.insert(verification);
        claims.tell(verification.personId(), verification.to(), now);
    }

    /** The register's word stays when the document that proved more has expired. */
    void lower(Verification ended) {
        Instant now = clock.instant();
        persons.lower(ended.personId(), Ial.STANDARD, now);
        verifications.end(ended.id(), now);
        claims.tell(ended.personId(), Ial.STANDARD, now);
    }
}
