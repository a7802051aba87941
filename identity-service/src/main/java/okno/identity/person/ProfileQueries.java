package okno.identity.person;

import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.Preferences;
import okno.identity.person.persistence.Persons;
import okno.identity.person.persistence.PreferencesOfPersons;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/** What people read of themselves. */
@Service
public class ProfileQueries {

    private final Persons persons;
    private final PreferencesOfPersons preferences;

    ProfileQueries(Persons persons, PreferencesOfPersons preferences) {
        this.persons = persons;
        this.preferences = preferences;
    }

    public Person profile(Caller caller) {
        return persons.find(PersonId.of(caller)).orElseThrow(Problem::notFound);
    }

    /** Where codes for the caller go. */
    public CodeDestination codeDestination(Caller caller) {
        Person person = profile(caller);
        var contacts = person.contacts();
        return new CodeDestination(person.id().value(), contacts.phone(), contacts.phoneConfirmed(), person.language());
    }

    public Preferences preferences(Caller caller) {
        return preferences.find(PersonId.of(caller)).orElse(Preferences.DEFAULT);
    }
}
