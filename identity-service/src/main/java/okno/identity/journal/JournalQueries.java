package okno.identity.journal;

import java.util.List;
import okno.identity.journal.persistence.Journal;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/** What a person may read of the journal: their own deeds, and others' reads and changes of their data. */
@Service
public class JournalQueries {

    private final Journal journal;

    JournalQueries(Journal journal) {
        this.journal = journal;
    }

    /** What the caller did, newest first. */
    public List<JournalEntry> deedsOf(Caller caller, long before, int rows) {
        return journal.deedsOf(caller.id(), before, rows);
    }

    /** What others did with the caller's data, newest first. */
    public List<JournalEntry> accessesTo(Caller caller, long before, int rows) {
        return journal.accessesTo(caller.id(), before, rows);
    }
}
