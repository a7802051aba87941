package okno.application.casefile.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.DeskPlace;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The queue of an agency, what is due first on top. Agency and region are in the condition, so that nobody sees more. The
 * statement is put together from fixed parts: only then does each filter find its index, which a condition "null or equal"
 * hides from the planner.
 */
@Repository
public class DeskRows {

    private static final String TO_DO =
            "status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED')";
    // A number and a last day come together, and the last day is in the indexes.
    private static final String SUBMITTED = "expected_completion_date is not null";
    // The applicant is waited for: the agency's term stands still.
    private static final String RUNNING = "status not in ('INFO_REQUESTED', 'CORRECTION_REQUIRED')";

    private final JdbcClient jdbc;
    private final ApplicationRow row;

    DeskRows(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.row = new ApplicationRow(personalData);
    }

    /**
     * Which rows.
     *
     * @param agency whose desk
     * @param deskRegion region that the officer is limited to; what knows no region is everybody's
     * @param status null: all that is to do
     * @param region region asked for
     * @param overdueOn only what was due before this day, and not while the applicant is waited for
     * @param dueBy only what is due on this day or before
     * @param checkState only what has a register check that stands so, PENDING or FAILED
     */
    public record Condition(
            String agency,
            @Nullable String deskRegion,
            @Nullable ApplicationStatus status,
            @Nullable String service,
            @Nullable String region,
            @Nullable String unit,
            @Nullable String assignee,
            boolean unassigned,
            @Nullable LocalDate overdueOn,
            @Nullable LocalDate dueBy,
            @Nullable String checkState) {}

    /** One more than the limit. */
    public List<Application> page(Condition condition, int limit, @Nullable DeskPlace after) {
        Map<String, Object> params = new HashMap<>();
        String statement = page(condition, after, params);
        params.put("limit", limit + 1);
        return jdbc.sql(statement).params(params).query(row::map).list();
    }

    /** First the ids, out of the index alone, then only the rows of the page. */
    static String page(Condition condition, @Nullable DeskPlace after, Map<String, Object> params) {
        String where = where(condition, params, "");
        if (after != null) {
            params.put("afterDue", after.due());
            params.put("afterId", after.id());
            where += " and (expected_completion_date, id) > (:afterDue, :afterId)";
        }
        return "select " + ApplicationRow.COLUMNS + " from application where id in (select id from application " + where
                + " order by expected_completion_date, id limit :limit) order by expected_completion_date, id";
    }

    /** How many there are, counted no further than the limit. */
    public List<Integer> count(List<Condition> conditions, int limit) {
        List<String> counts = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            String where = where(conditions.get(i), params, Integer.toString(i));
            counts.add(
                    "select %d as place, count(*) as counted from (select 1 from application %s limit :limit) counted_%d"
                            .formatted(i, where, i));
        }
        params.put("limit", limit);
        return jdbc.sql(String.join(" union all ", counts) + " order by place")
                .params(params)
                .query((result, index) -> result.getInt("counted"))
                .list();
    }

    private static String where(Condition condition, Map<String, Object> params, String suffix) {
        // A status is one of ours, so it may stand in the text: only then is the index of its rows found.
        String status = condition.status() == null
                ? TO_DO
                : "status = '" + condition.status().name() + "'";
        Where where = new Where(params, suffix);
        where.and(status);
        where.and(SUBMITTED);
        where.and("agency = :", "agency", condition.agency());
        // What knows no region is on the desk of every region.
        where.and("coalesce(region, :deskRegion%s) = :".formatted(suffix), "deskRegion", condition.deskRegion());
        where.and("service_code = :", "service", condition.service());
        where.and("region = :", "region", condition.region());
        where.and("unit = :", "unit", condition.unit());
        where.and("assignee = :", "assignee", condition.assignee());
        where.and(RUNNING + " and expected_completion_date < :", "overdueOn", condition.overdueOn());
        where.and("expected_completion_date <= :", "dueBy", condition.dueBy());
        if (condition.checkState() != null) {
            // Says what the index of these rows says.
            where.and("check_states is not null");
            where.and("cast(:checkState%s as text) = any (check_states)".formatted(suffix));
            params.put("checkState" + suffix, condition.checkState());
        }
        if (condition.unassigned()) {
            where.and("assignee is null");
        }
        return where.text();
    }
}
