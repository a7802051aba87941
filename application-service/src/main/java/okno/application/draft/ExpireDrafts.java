package okno.application.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.DraftKeeping;
import okno.application.draft.persistence.LeftDrafts;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Throws drafts away that nobody has touched for long (152-FZ art. 5 p. 7: what was typed is kept no longer than it is
 * needed), and never without a warning in time. Each in a transaction of its own; who comes back first keeps their draft.
 */
@Component
@EnableConfigurationProperties(DraftKeeping.class)
class ExpireDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireDrafts.class);
    private static final int BATCH = 100;

    private final LeftDrafts left;
    private final DraftKeeping keeping;
    private final WarnOwner warnOwner;
    private final DiscardDraft discardDraft;
    private final Clock clock;

    ExpireDrafts(LeftDrafts left, DraftKeeping keeping, WarnOwner warnOwner, DiscardDraft discardDraft, Clock clock) {
        this.left = left;
        this.keeping = keeping;
        this.warnOwner = warnOwner;
        this.discardDraft = discardDraft;
        this.clock = clock;
    }

    /** A hundred of each at a look; more wait for the next. */
    @Scheduled(initialDelayString = "${okno.draft.look:10m}", fixedDelayString = "${okno.draft.look:10m}")
    void look() {
        Instant now = clock.instant();
        Instant ends = now.minus(keeping.keep());
        List<UUID> ended = left.ended(ends, now.minus(keeping.warn()), BATCH);
        ended.forEach(this::discard);
        left.toWarn(ends.plus(keeping.warn()), BATCH).forEach(warnOwner::handle);
    }

    private void discard(UUID id) {
        try {
            discardDraft.expired(id, clock.instant().minus(keeping.keep()));
        } catch (Problem cameFirst) {
            LOG.info("Draft {} was changed while it was to be thrown away: {}", id, cameFirst.code());
        }
    }
}
