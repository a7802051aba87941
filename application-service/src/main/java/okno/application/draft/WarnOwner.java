package okno.application.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.DraftKeeping;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.TermQueries;
import okno.application.draft.events.DraftExpiringV1;
import okno.application.draft.persistence.LeftDrafts;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the owner of a draft that it will be thrown away unless they touch it. */
@Component
class WarnOwner {

    private final Applications applications;
    private final LeftDrafts left;
    private final DraftKeeping keeping;
    private final Outbox outbox;
    private final Clock clock;

    WarnOwner(Applications applications, LeftDrafts left, DraftKeeping keeping, Outbox outbox, Clock clock) {
        this.applications = applications;
        this.left = left;
        this.keeping = keeping;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public void handle(UUID id) {
        Application draft = applications.find(id).orElse(null);
        if (draft == null || draft.status() != ApplicationStatus.DRAFT) {
            return;
        }
        Instant now = clock.instant();
        left.warned(id, now);
        outbox.append(DraftExpiringV1.of(draft, lastDay(draft, now), now));
    }

    /** The day before the one on which it may go. */
    private LocalDate lastDay(Application draft, Instant now) {
        Instant byAge = keeping.end(draft.updatedAt());
        Instant byWarning = now.plus(keeping.warn());
        Instant end = byAge.isAfter(byWarning) ? byAge : byWarning;
        return LocalDate.ofInstant(end, TermQueries.ZONE).minusDays(1);
    }
}
