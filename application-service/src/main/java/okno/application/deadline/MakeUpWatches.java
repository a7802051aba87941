package okno.application.deadline;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.FollowTerm;
import okno.application.casefile.persistence.Applications;
import okno.application.deadline.persistence.Unwatched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Watches the terms of applications that were made before there were watches, once after each start. The days of a term are
 * counted by the working calendar and the passport, which a migration could not do.
 */
@Component
class MakeUpWatches {

    private static final Logger LOG = LoggerFactory.getLogger(MakeUpWatches.class);
    private static final int BATCH = 500;

    private final Unwatched unwatched;
    private final Applications applications;
    private final FollowTerm followTerm;
    private final TransactionOperations transaction;

    MakeUpWatches(
            Unwatched unwatched, Applications applications, FollowTerm followTerm, TransactionOperations transaction) {
        this.unwatched = unwatched;
        this.applications = applications;
        this.followTerm = followTerm;
        this.transaction = transaction;
    }

    /** Goes through them by id, so that what has no term to watch is passed by once. */
    @Scheduled(initialDelayString = "PT1M")
    void handle() {
        UUID after = null;
        List<UUID> found;
        do {
            found = unwatched.page(after, BATCH);
            found.forEach(this::makeUp);
            after = found.isEmpty() ? after : found.getLast();
        } while (found.size() == BATCH);
    }

    private void makeUp(UUID id) {
        try {
            transaction.executeWithoutResult(status -> {
                if (unwatched.lock(id)) {
                    followTerm.makeUp(applications.find(id).orElseThrow());
                }
            });
        } catch (IllegalStateException unknownTerm) {
            // One passport without a term on that day must not leave the rest unwatched.
            LOG.warn("Term of application {} is not watched: {}", id, unknownTerm.getMessage());
        }
    }
}
