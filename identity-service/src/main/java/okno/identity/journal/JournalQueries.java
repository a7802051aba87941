package okno.identity.journal;

import java.time.YearMonth;
import java.util.List;
import okno.identity.journal.persistence.Journal;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/** What may be read of the journal: a person's own deeds, others' use of their data, and all of it by an auditor. */
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

    /** Entries of a month (by UTC) behind this leaf, in the order of the journal; for an auditor. */
    public List<JournalEntry> ofMonth(YearMonth month, long afterLeaf, int rows) {
        return journal.ofMonth(month, afterLeaf, rows);
    }
}
