package okno.identity.journal;

import java.time.Clock;
import java.util.List;
import okno.identity.journal.persistence.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a batch of entries; those that are there already are left alone, so any batch may come again. */
@Service
public class KeepEntries {

    private final Journal journal;
    private final Clock clock;

    KeepEntries(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Entries as they came. */
    public record Command(List<NewEntry> entries) {}

    /** @return how many were new */
    @Transactional
    public int handle(Command command) {
        return journal.append(command.entries(), clock.instant());
    }
}
