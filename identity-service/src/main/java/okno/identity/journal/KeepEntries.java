package okno.identity.journal;

import java.time.Clock;
import java.util.List;
import okno.identity.journal.domain.MerkleHash;
import okno.identity.journal.persistence.Journal;
import okno.identity.journal.persistence.MerkleLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds a batch of entries to the journal and to its Merkle tree; those that are there already are left alone, so any
 * batch may come again. The lock of the tree is taken first and held until the commit: leaves are numbered in the order
 * of commits and without gaps, whichever replica adds them.
 */
@Service
public class KeepEntries {

    private final Journal journal;
    private final MerkleLog log;
    private final SignHead signHead;
    private final JournalProperties settings;
    private final Clock clock;

    KeepEntries(Journal journal, MerkleLog log, SignHead signHead, JournalProperties settings, Clock clock) {
        this.journal = journal;
        this.log = log;
        this.signHead = signHead;
        this.settings = settings;
        this.clock = clock;
    }

    /** Entries as they came. */
    public record Command(List<NewEntry> entries) {}

    /** @return how many were new */
    @Transactional
    public int handle(Command command) {
        if (command.entries().isEmpty()) {
            return 0;
        }
        TreeSize tree = log.lock();
        List<NewEntry> fresh = journal.unknownOf(command.entries());
        if (fresh.isEmpty()) {
            return 0;
        }
        journal.append(fresh, tree.size(), clock.instant());
        TreeSize grown = log.append(
                tree, fresh.stream().map(entry -> MerkleHash.leaf(entry.hash())).toList());
        if (grown.unsigned() >= settings.headEntries()) {
            signHead.sign(grown);
        }
        return fresh.size();
    }
}
