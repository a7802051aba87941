package okno.application.deadline;

import java.time.LocalDate;
import java.util.Objects;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.TermWatch;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.TermWatches;
import okno.application.catalogue.TermQueries;
import okno.platform.core.calendar.WorkingCalendar;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells an agency when half and three quarters of its term are gone and when it has passed, each once: the watch is moved
 * on in the transaction that tells.
 */
@Component
class EscalateDeadlines {

    private static final int BATCH = 100;

    private final TermWatches watches;
    private final Applications applications;
    private final TermQueries terms;
    private final TellDeadline tellDeadline;

    EscalateDeadlines(TermWatches watches, Applications applications, TermQueries terms, TellDeadline tellDeadline) {
        this.watches = watches;
        this.applications = applications;
        this.terms = terms;
        this.tellDeadline = tellDeadline;
    }

    /** A hundred at a look; more wait for the next. */
    @Scheduled(fixedDelayString = "${okno.deadline.look:1m}")
    @Transactional
    public void look() {
        LocalDate today = terms.today();
        WorkingCalendar calendar = terms.calendar();
        watches.due(today, BATCH).forEach(watch -> tell(watch, today, calendar));
    }

    private void tell(TermWatch watch, LocalDate today, WorkingCalendar calendar) {
        Application application = applications.find(watch.applicationId()).orElseThrow();
        LocalDate last = Objects.requireNonNull(application.filing()).expectedCompletionDate();
        TermWatch.Level level = watch.reached(today, last, calendar);
        watches.save(watch.told(level, last, calendar));
        tellDeadline.handle(application, level, last);
    }
}
