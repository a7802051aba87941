package okno.application.processing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.DeskPlace;
import okno.application.casefile.persistence.DeskRows;
import okno.application.catalogue.TermQueries;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of an agency, what is due first on top, and how much of it there is. */
@Component
public class AgencyQueries {

    /** Counted no further: nobody works off more than that by looking at a number. */
    static final int COUNTED = 1_000;

    private static final int SOON = 3;
    private static final List<ApplicationStatus> TO_DO = Arrays.stream(ApplicationStatus.values())
            .filter(status -> status.isWithAgency() && !status.isFinal())
            .toList();

    private final DeskRows rows;
    private final TermQueries terms;

    AgencyQueries(DeskRows rows, TermQueries terms) {
        this.rows = rows;
        this.terms = terms;
    }

    /** One more than the limit. */
    public List<Application> page(Caller caller, QueueFilter filter, int limit, @Nullable DeskPlace after) {
        return rows.page(condition(caller, filter), limit, after);
    }

    /** A number, or that there are more than could be counted. */
    public record Count(int count, boolean more) {}

    /** {@code dueSoon}: within three days; {@code checksPending}, {@code checksFailed}: with such a register check. */
    public record Counts(
            Map<String, Count> byStatus,
            Count unassigned,
            Count overdue,
            Count dueSoon,
            Count checksPending,
            Count checksFailed) {}

    /** What is to do on the desk; a {@code status} in the filter does not matter. */
    public Counts counts(Caller caller, QueueFilter filter) {
        List<DeskRows.Condition> conditions = new ArrayList<>();
        TO_DO.forEach(status -> conditions.add(condition(caller, filter.with(status))));
        conditions.add(condition(caller, filter.free()));
        conditions.add(condition(caller, filter.late()));
        conditions.add(condition(caller, filter.within(SOON)));
        conditions.add(condition(caller, filter.with(QueueFilter.Checks.PENDING)));
        conditions.add(condition(caller, filter.with(QueueFilter.Checks.FAILED)));
        List<Count> counts = rows.count(conditions, COUNTED + 1).stream()
                .map(count -> new Count(Math.min(count, COUNTED), count > COUNTED))
                .toList();
        Map<String, Count> byStatus = new LinkedHashMap<>();
        for (int i = 0; i < TO_DO.size(); i++) {
            byStatus.put(TO_DO.get(i).name(), counts.get(i));
        }
        int rest = TO_DO.size();
        return new Counts(
                byStatus,
                counts.get(rest),
                counts.get(rest + 1),
                counts.get(rest + 2),
                counts.get(rest + 3),
                counts.get(rest + 4));
    }

    private DeskRows.Condition condition(Caller caller, QueueFilter filter) {
        Desk desk = Desk.of(caller);
        LocalDate today = terms.today();
        Integer within = filter.dueWithin();
        return new DeskRows.Condition(
                desk.agency(),
                desk.region(),
                filter.status(),
                filter.service(),
                filter.region(),
                filter.unit(),
                filter.assignee(),
                filter.unassigned(),
                filter.overdue() ? today : null,
                within == null ? null : today.plusDays(within),
                filter.checks() == null ? null : filter.checks().name());
    }
}
