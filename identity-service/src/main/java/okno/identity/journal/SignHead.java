package okno.identity.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import okno.identity.journal.persistence.MerkleLog;
import okno.identity.journal.persistence.TreeHeads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs the tree as it stands, when it has grown since the last head. A head that would contradict the last one is not
 * signed: a signature under a rewritten journal would be worth less than none. Entries are kept all the same.
 */
@Service
class SignHead {

    private static final Logger LOG = LoggerFactory.getLogger(SignHead.class);

    private final MerkleLog log;
    private final TreeHeads heads;
    private final HeadKeys keys;
    private final Clock clock;

    SignHead(MerkleLog log, TreeHeads heads, HeadKeys keys, Clock clock) {
        this.log = log;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${okno.identity.journal.head-interval:10s}")
    @Transactional
    void handle() {
        TreeSize tree = log.lock();
        if (tree.unsigned() > 0) {
            sign(tree);
        }
    }

    /** Signs within a transaction that holds the lock of the tree. */
    void sign(TreeSize tree) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<TreeHead> last = heads.newest();
        if (last.isPresent() && !follows(last.get(), tree, now)) {
            return;
        }
        heads.add(keys.sign(tree.size(), log.root(tree.size()), now));
        log.signed(tree.size());
    }

    private boolean follows(TreeHead last, TreeSize tree, Instant now) {
        if (now.isBefore(last.signedAt())) {
            LOG.error("No tree head signed: the clock is behind the last head, {} before {}", now, last.signedAt());
            return false;
        }
        if (last.size() >= tree.size()
                || !HexFormat.of().formatHex(log.root(last.size())).equals(last.root())) {
            LOG.error("No tree head signed: the tree no longer contains the signed head of {} entries", last.size());
            return false;
        }
        return true;
    }
}
