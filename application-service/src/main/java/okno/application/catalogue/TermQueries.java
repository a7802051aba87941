package okno.application.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Term;
import okno.application.catalogue.domain.TermRule;
import okno.platform.core.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The working calendar of the loaded years, and what day it is where terms are counted. */
@Component
public class TermQueries {

    /** Terms run by Moscow time, as the federal agencies count them. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final CatalogueSnapshots snapshots;
    private final Clock clock;

    TermQueries(CatalogueSnapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** How long the agency has when the term begins on a day; a passport that names a term without one is a fault of ours. */
    public Term term(TermRule rule, LocalDate day) {
        Term fixed = rule.fixed();
        String reference = String.valueOf(rule.reference());
        return fixed != null
                ? fixed
                : snapshots
                        .current()
                        .references()
                        .term(reference, day)
                        .orElseThrow(() -> new IllegalStateException("no term " + reference + " on " + day));
    }

    /** Last day for what the agency waits for from the applicant, when it begins to wait today. */
    public LocalDate answerBy(Passport passport, Passport.Awaited awaited) {
        return term(passport.applicantTerm(awaited), today()).lastDay(today(), calendar());
    }

    public WorkingCalendar calendar() {
        return snapshots.current().calendar();
    }
}
