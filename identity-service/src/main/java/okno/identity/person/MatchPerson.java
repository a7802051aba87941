package okno.identity.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonName;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.number.Snils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of the person whom a document names, for another of our services. The SNILS alone is not enough: one
 * digit mistyped would make a stranger somebody's representative. What is found is in that person's journal; what is not
 * is in nobody's.
 */
@Service
public class MatchPerson {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final int OF_AGE = 18;

    private final Persons persons;
    private final Audit audit;
    private final Clock clock;

    MatchPerson(Persons persons, Audit audit, Clock clock) {
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom the document names, and what the match is for. */
    public record Command(Snils snils, PersonName name, String purpose) {}

    /** The account; {@code adult}: whether they are of age today (Civil Code art. 21, 1). */
    public record Match(String id, boolean adult) {}

    @Transactional
    public Optional<Match> handle(Caller caller, Command command) {
        return persons.bySnils(command.snils())
                .flatMap(persons::find)
                .filter(person -> person.name().isLike(command.name()))
                .map(person -> told(caller, person, command.purpose()));
    }

    private Match told(Caller caller, Person person, String purpose) {
        String id = person.id().toString();
        audit.record(caller, AuditRecord.done("person.matched", "person", id, id, purpose));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return new Match(id, !person.birthDate().plusYears(OF_AGE).isAfter(today));
    }
}
