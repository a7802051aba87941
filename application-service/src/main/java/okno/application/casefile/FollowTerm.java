package okno.application.casefile;

import java.time.LocalDate;
import java.util.Objects;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.TermEffect;
import okno.application.casefile.domain.TermWatch;
import okno.application.casefile.persistence.TermWatches;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Term;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does to the watch on the agency's term what the row of the life cycle says of each step. */
@Component
public class FollowTerm {

    private final TermWatches watches;
    private final PassportQueries passports;
    private final TermQueries terms;

    FollowTerm(TermWatches watches, PassportQueries passports, TermQueries terms) {
        this.watches = watches;
        this.passports = passports;
        this.terms = terms;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(TermEffect effect, Application after) {
        switch (effect) {
            case STARTS -> start(after, LocalDate.ofInstant(filing(after).submittedAt(), TermQueries.ZONE));
            case RESTARTS -> start(after, terms.today());
            case STOPS -> watches.of(after.id()).map(TermWatch::stopped).ifPresent(watches::save);
            case RESUMES ->
                watches.of(after.id())
                        .map(watch -> watch.running(filing(after).expectedCompletionDate(), terms.calendar()))
                        .ifPresent(watches::save);
            case ENDS -> watches.end(after.id());
            case NONE -> {
                // The term goes on, and the watch with it.
            }
        }
    }

    /** Begins the watch that an application of before there were watches lacks; what stands still is watched standing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void makeUp(Application application) {
        LocalDate submitted = LocalDate.ofInstant(filing(application).submittedAt(), TermQueries.ZONE);
        Term.Unit unit = unit(application, submitted);
        if (unit != Term.Unit.INSTANT) {
            TermWatch watch = begin(application, submitted, unit);
            watches.add(filing(application).pausedOn() == null ? watch : watch.stopped());
        }
    }

    private void start(Application after, LocalDate from) {
        Term.Unit unit = unit(after, from);
        // What is decided in seconds has no half.
        if (unit != Term.Unit.INSTANT) {
            watches.save(begin(after, from, unit));
        }
    }

    private TermWatch begin(Application application, LocalDate from, Term.Unit unit) {
        return TermWatch.begin(
                application.id(),
                from,
                filing(application).expectedCompletionDate(),
                unit == Term.Unit.WORKING_DAYS,
                terms.calendar());
    }

    /** How the service counts, by the term that was valid on the day of submission. */
    Term.Unit unit(Application application, LocalDate submitted) {
        return terms.term(
                        passports
                                .get(
                                        application.service().code(),
                                        application.service().version())
                                .term(),
                        submitted)
                .unit();
    }

    private static Filing filing(Application application) {
        return Objects.requireNonNull(application.filing());
    }
}
