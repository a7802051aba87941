package okno.application.corrective;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.DeskPlace;
import okno.application.catalogue.TermQueries;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.corrective.domain.CorrectiveComment;
import okno.application.corrective.domain.Words;
import okno.application.corrective.persistence.BadRatings;
import okno.application.corrective.persistence.CorrectiveActions;
import okno.application.corrective.persistence.CorrectiveComments;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an agency has to put right, within the caller's region. */
@Component
public class CorrectiveActionQueries {

    private final CorrectiveActions actions;
    private final CorrectiveComments comments;
    private final BadRatings ratings;
    private final TermQueries terms;
    private final Audit audit;

    CorrectiveActionQueries(
            CorrectiveActions actions,
            CorrectiveComments comments,
            BadRatings ratings,
            TermQueries terms,
            Audit audit) {
        this.actions = actions;
        this.comments = comments;
        this.ratings = ratings;
        this.terms = terms;
        this.audit = audit;
    }

    /** What is asked for; null matters not. A {@code status} of null: all that is not closed. */
    public record Filter(
            CorrectiveAction.@Nullable Status status,
            @Nullable String service,
            @Nullable String assignee,
            @Nullable String cause,
            boolean unassigned,
            boolean overdue) {}

    /** What is due first on top, one more than the limit. */
    public List<CorrectiveAction> page(Caller caller, Filter filter, int limit, @Nullable DeskPlace after) {
        LocalDate overdueOn = filter.overdue ? terms.today() : null;
        return actions.page(
                new CorrectiveActions.Condition(
                        agency(caller),
                        caller.region(),
                        filter.status,
                        filter.service,
                        filter.assignee,
                        filter.cause,
                        filter.unassigned,
                        overdueOn),
                limit,
                after);
    }

    public CorrectiveAction get(Caller caller, UUID id) {
        return actions.get(id, agency(caller), caller.region());
    }

    /** What the applicant said and of which application, if they agreed; the journal shows them who read it. */
    @Transactional
    public Optional<Words> words(Caller caller, CorrectiveAction action) {
        Optional<Words> words = ratings.words(action.id());
        words.ifPresent(shown -> audit.record(
                caller,
                AuditRecord.done("feedback.read", "application", shown.applicationId(), shown.personId(), "210-FZ")));
        return words;
    }

    /** Oldest first, one more than the limit. */
    public List<CorrectiveComment> comments(Caller caller, UUID id, int limit, @Nullable UUID after) {
        return comments.page(get(caller, id).id(), limit, after);
    }

    static String agency(Caller caller) {
        String agency = caller.agency();
        if (agency == null) {
            throw new Problem(ProblemKind.FORBIDDEN, "agency_missing");
        }
        return agency;
    }
}
