package okno.application.casefile.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.HistoryEntry;
import okno.application.casefile.domain.Representative;
import okno.application.casefile.domain.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of each application: steps numbered 1, 2, 3 without gaps. */
@Repository
public class Histories {

    // Called after the application's row was written in the same transaction, whose lock keeps the numbers gapless.
    private static final String APPEND = """
            insert into application_history (application_id, step, previous_status, status, actor, reason_code,
                                             representative, power_of_attorney_id, occurred_at)
            select :applicationId, coalesce(max(step), 0) + 1, :previous, :status, :actor, :reasonCode,
                   :representative, cast(:power as uuid), :occurredAt
              from application_history
             where application_id = :applicationId
            """;
    private static final String OVERRULED = """
            update application_history
               set overruled_checks = :codes
             where application_id = :applicationId
               and step = (select max(step) from application_history where application_id = :applicationId)
            """;
    private static final String PAGE = """
            select step, previous_status, status, actor, reason_code, representative, power_of_attorney_id,
                   overruled_checks, occurred_at
              from application_history
             where application_id = :applicationId and step > :after
             order by step
             limit :limit
            """;

    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(
            UUID applicationId,
            @Nullable ApplicationStatus previous,
            ApplicationStatus status,
            Side actor,
            @Nullable String reasonCode,
            @Nullable Representative representative,
            OffsetDateTime occurredAt) {
        jdbc.sql(APPEND)
                .param("applicationId", applicationId)
                .param("previous", previous == null ? null : previous.name())
                .param("status", status.name())
                .param("actor", actor.name())
                .param("reasonCode", reasonCode)
                .param("representative", representative == null ? null : representative.personId())
                .param("power", representative == null ? null : representative.powerOfAttorneyId())
                .param("occurredAt", occurredAt.withOffsetSameInstant(ZoneOffset.UTC))
                .update();
    }

    /** The last step was taken in spite of these checks. */
    public void overruled(UUID applicationId, List<String> codes) {
        jdbc.sql(OVERRULED)
                .param("applicationId", applicationId)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    /** Oldest first, one more than the limit. */
    public List<HistoryEntry> page(UUID applicationId, int limit, int after) {
        return jdbc.sql(PAGE)
                .param("applicationId", applicationId)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, i) -> {
                    String previous = row.getString("previous_status");
                    return new HistoryEntry(
                            row.getInt("step"),
                            previous == null ? null : ApplicationStatus.valueOf(previous),
                            ApplicationStatus.valueOf(row.getString("status")),
                            Side.valueOf(row.getString("actor")),
                            row.getString("reason_code"),
                            representative(row),
                            overruled(row),
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static List<String> overruled(ResultSet row) throws SQLException {
        Array codes = row.getArray("overruled_checks");
        return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }

    private static @Nullable Representative representative(ResultSet row) throws SQLException {
        UUID power = row.getObject("power_of_attorney_id", UUID.class);
        return power == null ? null : new Representative(row.getString("representative"), power);
    }
}
