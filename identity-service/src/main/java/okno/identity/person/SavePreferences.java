package okno.identity.person;

import java.time.Clock;
import java.time.Instant;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.Preferences;
import okno.identity.person.persistence.Persons;
import okno.identity.person.persistence.PreferencesOfPersons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person replaces their preferences. */
@Service
public class SavePreferences {

    private final Persons persons;
    private final ProfileChanges changes;
    private final PreferencesOfPersons preferences;
    private final Audit audit;
    private final Clock clock;

    SavePreferences(
            Persons persons, ProfileChanges changes, PreferencesOfPersons preferences, Audit audit, Clock clock) {
        this.persons = persons;
        this.changes = changes;
        this.preferences = preferences;
        this.audit = audit;
        this.clock = clock;
    }

    /** All preferences as they shall be, and the language, which lives in the profile. */
    public record Command(String language, Preferences preferences) {}

    /** What holds now. */
    public record Saved(String language, Preferences preferences) {}

    @Transactional
    public Saved handle(Caller caller, Command command) {
        Person person = persons.find(PersonId.of(caller)).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        Person edited = person.speaking(command.language());
        if (edited.version() != person.version()) {
            changes.save(person, edited, now);
        }
        preferences.save(person.id(), command.preferences(), now);
        audit.record(
                caller,
                AuditRecord.done("preferences.saved", "preferences", person.id(), caller.id(), "152-FZ art. 9"));
        return new Saved(command.language(), command.preferences());
    }
}
