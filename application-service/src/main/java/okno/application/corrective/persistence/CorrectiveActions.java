package okno.application.corrective.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.DeskPlace;
import okno.application.casefile.persistence.Where;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.vault.PersonalData;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All corrective actions; what officers wrote is sealed. Agency and region are in every condition of the desk. */
@Repository
public class CorrectiveActions {

    static final String COLUMNS = """
            id, version, number, agency, region, service_code, kind, rating, mean, ratings, status, assignee, cause,
            measures, registered_on, due_on, closed_at
            """;
    // Opened before for the same rating, or the mean is worked on already: nothing more to do.
    private static final String INSERT = """
            insert into corrective_action (id, version, number, agency, region, service_code, kind, application_id, rating,
                                           mean, ratings, status, registered_on, due_on, total_days, look_on)
            values (:id, :version, :number, :agency, :region, :service, :kind, :applicationId, :rating, :mean, :ratings,
                    :status, :registeredOn, :dueOn, :totalDays, :lookOn)
            on conflict do nothing
            """;
    private static final String GET = "select " + COLUMNS + """
              from corrective_action
             where id = :id and agency = :agency and (:region::text is null or region is null or region = :region)
            """;
    private static final String UPDATE = """
            update corrective_action
               set version = :version, status = :status, assignee = :assignee, cause = :cause, measures = :measures,
                   closed_at = :closedAt, look_on = case when :status = 'CLOSED' then null else look_on end
             where id = :id and version = :version - 1
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    CorrectiveActions(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /**
     * Which ones.
     *
     * @param deskRegion region that the officer is limited to; what knows no region is everybody's
     * @param status null: all that is not closed
     * @param overdueOn only what was due before this day
     */
    public record Condition(
            String agency,
            @Nullable String deskRegion,
            CorrectiveAction.@Nullable Status status,
            @Nullable String service,
            @Nullable String assignee,
            @Nullable String cause,
            boolean unassigned,
            @Nullable LocalDate overdueOn) {}

    public long nextSerial() {
        return jdbc.sql("select nextval('corrective_action_number')")
                .query(Long.class)
                .single();
    }

    /**
     * False when there was one already.
     *
     * @param applicationId whose rating it was; null: a mean's
     */
    public boolean insert(
            CorrectiveAction action, @Nullable UUID applicationId, int totalDays, @Nullable LocalDate lookOn) {
        return jdbc.sql(INSERT)
                        .param("id", action.id())
                        .param("version", action.version())
                        .param("number", action.number())
                        .param("agency", action.agency())
                        .param("region", action.region())
                        .param("service", action.serviceCode())
                        .param("kind", action.ground().kind().name())
                        .param("applicationId", applicationId)
                        .param("rating", action.ground().rating())
                        .param("mean", action.ground().mean())
                        .param("ratings", action.ground().ratings())
                        .param("status", action.status().name())
                        .param("registeredOn", action.registeredOn())
                        .param("dueOn", action.dueOn())
                        .param("totalDays", totalDays)
                        .param("lookOn", lookOn)
                        .update()
                == 1;
    }

    /** Another agency's, or one of another region, is not found. */
    public CorrectiveAction get(UUID id, String agency, @Nullable String region) {
        return jdbc.sql(GET)
                .param("id", id)
                .param("agency", agency)
                .param("region", region)
                .query(this::map)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** What is due first on top, one more than the limit. */
    public List<CorrectiveAction> page(Condition condition, int limit, @Nullable DeskPlace after) {
        Map<String, Object> params = new HashMap<>();
        String statement = page(condition, after, params);
        params.put("limit", limit + 1);
        return jdbc.sql(statement).params(params).query(this::map).list();
    }

    static String page(Condition condition, @Nullable DeskPlace after, Map<String, Object> params) {
        // A status is one of ours, so it may stand in the text: only then is the index of its rows found.
        Where where = new Where(params, "");
        where.and(condition.status() == null ? "status <> 'CLOSED'" : "status = '" + condition.status() + "'");
        where.and("agency = :", "agency", condition.agency());
        where.and("coalesce(region, :deskRegion) = :", "deskRegion", condition.deskRegion());
        where.and("service_code = :", "service", condition.service());
        where.and("assignee = :", "assignee", condition.assignee());
        where.and("cause = :", "cause", condition.cause());
        where.and("due_on < :", "overdueOn", condition.overdueOn());
        if (condition.unassigned()) {
            where.and("assignee is null");
        }
        if (after != null) {
            params.put("afterDue", after.due());
            params.put("afterId", after.id());
            where.and("(due_on, id) > (:afterDue, :afterId)");
        }
        return "select " + COLUMNS + "from corrective_action " + where.text() + " order by due_on, id limit :limit";
    }

    /**
     * Saves the next version.
     *
     * @throws Problem {@code conflict} when another change came first
     */
    public void save(CorrectiveAction action) {
        var closure = action.closure();
        int saved = jdbc.sql(UPDATE)
                .param("id", action.id())
                .param("version", action.version())
                .param("status", action.status().name())
                .param("assignee", action.assignee())
                .param("cause", closure == null ? null : closure.cause())
                .param("measures", closure == null ? null : personalData.seal(place(action.id()), closure.measures()))
                .param("closedAt", closure == null ? null : closure.closedAt().atOffset(ZoneOffset.UTC))
                .update();
        if (saved == 0) {
            throw new Problem(ProblemKind.CONFLICT, "conflict");
        }
    }

    CorrectiveAction map(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new CorrectiveAction(
                id,
                row.getLong("version"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("region"),
                row.getString("service_code"),
                new CorrectiveAction.Ground(
                        CorrectiveAction.Kind.valueOf(row.getString("kind")),
                        row.getObject("rating", Integer.class),
                        row.getObject("mean", BigDecimal.class),
                        row.getObject("ratings", Integer.class)),
                CorrectiveAction.Status.valueOf(row.getString("status")),
                row.getString("assignee"),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                closure(id, row));
    }

    private CorrectiveAction.@Nullable Closure closure(UUID id, ResultSet row) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        if (closedAt == null) {
            return null;
        }
        Instant at = closedAt.toInstant();
        return new CorrectiveAction.Closure(
                row.getString("cause"), personalData.open(place(id), row.getBytes("measures")), at);
    }

    private static String place(UUID id) {
        return "corrective_action|" + id + "|measures";
    }
}
