package okno.identity.person;

import java.util.Optional;
import java.util.UUID;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;
import org.springframework.stereotype.Service;

/** Whom a number that others have proved belongs to. */
@Service
public class FindPerson {

    private final Persons persons;

    FindPerson(Persons persons) {
        this.persons = persons;
    }

    /** The whole person, for who has the SNILS before them on paper. */
    public Optional<Person> withSnils(Snils snils) {
        return persons.bySnils(snils).flatMap(persons::find);
    }

    /** @param text a SNILS as certificates write it; what is none belongs to nobody */
    public Optional<UUID> bySnils(String text) {
        try {
            return persons.bySnils(Snils.parse(text)).map(PersonId::value);
        } catch (InvalidNumber none) {
            return Optional.empty();
        }
    }
}
