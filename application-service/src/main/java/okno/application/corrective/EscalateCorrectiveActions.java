package okno.application.corrective;

import java.time.LocalDate;
import okno.application.casefile.domain.TermWatch;
import okno.application.catalogue.TermQueries;
import okno.application.corrective.persistence.CorrectiveWatches;
import okno.platform.core.calendar.WorkingCalendar;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells when half and three quarters of the time for a corrective action are gone and when it has passed, each once. */
@Component
class EscalateCorrectiveActions {

    private static final int BATCH = 100;

    private final CorrectiveWatches watches;
    private final TermQueries terms;
    private final TellCorrectiveAction tell;

    EscalateCorrectiveActions(CorrectiveWatches watches, TermQueries terms, TellCorrectiveAction tell) {
        this.watches = watches;
        this.terms = terms;
        this.tell = tell;
    }

    /** A hundred at a look; more wait for the next. */
    @Scheduled(fixedDelayString = "${okno.deadline.look:1m}")
    @Transactional
    public void look() {
        LocalDate today = terms.today();
        WorkingCalendar calendar = terms.calendar();
        watches.due(today, BATCH).forEach(watched -> {
            LocalDate last = watched.action().dueOn();
            TermWatch.Level level = watched.watch().reached(today, last, calendar);
            watches.save(watched.watch().told(level, last, calendar));
            tell.escalated(watched.action(), level);
        });
    }
}
