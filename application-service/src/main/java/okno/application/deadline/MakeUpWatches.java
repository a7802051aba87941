package okno.application.deadline;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.FollowTerm;
import okno.application.casefile.persistence.Applications;
import okno.application.deadline.persistence.Unwatched;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Watches the terms of applications that were made before there were watches, once after each start, a few at a time. The
 * days of a term are counted by the working calendar and the passport, which a migration could not do.
 */
@Component
class MakeUpWatches {

    private static final Logger LOG = LoggerFactory.getLogger(MakeUpWatches.class);
    /** Fewer than {@link EscalateDeadlines} tells at a look: what old applications have to tell delays no new one. */
    private static final int BATCH = 50;

    private final Unwatched unwatched;
    private final Applications applications;
    private final FollowTerm followTerm;
    private final TransactionOperations transaction;
    private @Nullable UUID after;
    private boolean finished;

    MakeUpWatches(
            Unwatched unwatched, Applications applications, FollowTerm followTerm, TransactionOperations transaction) {
        this.unwatched = unwatched;
        this.applications = applications;
        this.followTerm = followTerm;
        this.transaction = transaction;
    }

    /** Some at a look, until all were gone through: nobody should notice that there are many. */
    @Scheduled(initialDelayString = "${okno.deadline.make-up:1m}", fixedDelayString = "${okno.deadline.look:1m}")
    void look() {
        if (!finished) {
            after = makeUpAfter(after);
            finished = after == null;
        }
    }

    /** By id, so that what has no term to watch is passed by once; where to go on, null at the end. */
    @Nullable
    UUID makeUpAfter(@Nullable UUID last) {
        List<UUID> found = unwatched.page(last, BATCH);
        found.forEach(this::makeUp);
        return found.size() < BATCH ? null : found.getLast();
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
