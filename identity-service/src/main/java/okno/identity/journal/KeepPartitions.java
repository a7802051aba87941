package okno.identity.journal;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import okno.identity.journal.persistence.Journal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps the journal's partitions of this month and the next two in place: at the start and every day. */
@Service
class KeepPartitions {

    private static final int MONTHS_AHEAD = 2;

    private final Journal journal;
    private final Clock clock;

    KeepPartitions(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT0S", fixedDelayString = "P1D")
    void ensure() {
        YearMonth current = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            journal.ensurePartition(current.plusMonths(ahead));
        }
    }
}
