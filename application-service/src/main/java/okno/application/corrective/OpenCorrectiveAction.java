package okno.application.corrective;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationNumber;
import okno.application.casefile.domain.TermWatch;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.TermRule;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.corrective.domain.CorrectiveAction.Ground;
import okno.application.corrective.persistence.BadRatings;
import okno.application.corrective.persistence.CorrectiveActions;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the agency put something right when a rating is bad, or when it makes the mean of the last ones bad. Once for a
 * rating; one mean of a service in a region at a time, and what was rated before it was put right counts no more.
 */
@Component
@EnableConfigurationProperties(CorrectiveProperties.class)
public class OpenCorrectiveAction {

    private static final TermRule TERM = new TermRule(null, null, "term.corrective-action");

    private final CorrectiveActions actions;
    private final BadRatings ratings;
    private final TellCorrectiveAction tell;
    private final TermQueries terms;
    private final CorrectiveProperties rules;

    OpenCorrectiveAction(
            CorrectiveActions actions,
            BadRatings ratings,
            TellCorrectiveAction tell,
            TermQueries terms,
            CorrectiveProperties rules) {
        this.actions = actions;
        this.ratings = ratings;
        this.tell = tell;
        this.terms = terms;
        this.rules = rules;
    }

    /** In the transaction that keeps the rating. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Application rated, int rating) {
        if (rating <= rules.ratingAtMost()) {
            open(rated, rated.id(), Ground.rating(rating));
        }
        // A rating above the limit makes no mean worse than it was.
        if (BigDecimal.valueOf(rating).compareTo(rules.meanBelow()) < 0) {
            BadRatings.Recent recent = ratings.recent(
                    rated.service().agency(),
                    rated.service().code(),
                    rated.region(),
                    tell.now().minus(rules.meanWithin()),
                    rules.meanOf());
            if (recent.ratings() >= rules.meanAtLeast() && recent.mean().compareTo(rules.meanBelow()) < 0) {
                open(rated, null, Ground.mean(recent.mean(), recent.ratings()));
            }
        }
    }

    private void open(Application rated, @Nullable UUID applicationId, Ground ground) {
        LocalDate today = terms.today();
        LocalDate due = terms.term(TERM, today).lastDay(today, terms.calendar());
        CorrectiveAction action = new CorrectiveAction(
                Ids.next(),
                1,
                ApplicationNumber.of("corrective", today.getYear(), actions.nextSerial())
                        .value(),
                rated.service().agency(),
                rated.region(),
                rated.service().code(),
                ground,
                CorrectiveAction.Status.OPEN,
                null,
                today,
                due,
                null);
        TermWatch watch = TermWatch.begin(action.id(), today, due, true, terms.calendar());
        if (actions.insert(action, applicationId, watch.totalDays(), watch.dueOn())) {
            tell.opened(action);
        }
    }
}
