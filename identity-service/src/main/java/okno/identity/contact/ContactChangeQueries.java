package okno.identity.contact;

import java.time.Clock;
import java.util.List;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.persistence.ContactChanges;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/** Changes of the caller's that wait for their code. */
@Service
public class ContactChangeQueries {

    private final ContactChanges changes;
    private final Clock clock;

    ContactChangeQueries(ContactChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public List<ContactChange> open(Caller caller) {
        var now = clock.instant();
        return changes.openOf(PersonId.of(caller)).stream()
                .filter(change -> change.openAt(now))
                .toList();
    }
}
