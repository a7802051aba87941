package okno.application.casefile.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What an owner has, newest first. A company may have a hundred thousand: whatever it asks for is judged in the index {@code
 * application_owner_list}, and only the rows of the page are read.
 */
@Repository
public class OwnerRows {

    private final JdbcClient jdbc;
    private final ApplicationRow row;

    OwnerRows(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.row = new ApplicationRow(personalData);
    }

    /**
     * Which rows; null: any.
     *
     * @param query part of a number, in capitals or not
     * @param services codes of the services whose titles match {@code query}
     */
    public record Condition(
            @Nullable String status,
            @Nullable String service,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String query,
            List<String> services) {

        public static final Condition NONE = new Condition(null, null, null, null, null, List.of());
    }

    /** One more than the limit. */
    public List<Application> page(Owner owner, Condition condition, int limit, @Nullable UUID after) {
        Map<String, Object> params = new HashMap<>();
        String statement = page(owner, condition, after, params);
        params.put("limit", limit + 1);
        return jdbc.sql(statement).params(params).query(row::map).list();
    }

    /** First the ids, out of the index alone, then only the rows of the page. */
    static String page(Owner owner, Condition condition, @Nullable UUID after, Map<String, Object> params) {
        Where where = new Where(params, "");
        where.and("owner = :", "owner", owner.key());
        if (owner.services() != null) {
            params.put("within", owner.services().toArray(String[]::new));
            where.and("service_code = any(:within)");
        }
        where.and("status = :", "status", condition.status);
        where.and("service_code = :", "service", condition.service);
        where.and("created_at >= :", "from", time(condition.from));
        where.and("created_at < :", "to", time(condition.to));
        if (condition.query != null) {
            params.put("query", condition.query.toUpperCase(Locale.ROOT));
            params.put("services", condition.services.toArray(String[]::new));
            // Numbers are in capitals. Looking for a part of one is not worth an index of its own among one owner's.
            where.and("(strpos(number, :query) > 0 or service_code = any(:services))");
        }
        where.and("id < :", "after", after);
        return "select " + ApplicationRow.COLUMNS + " from application where id in (select id from application "
                + where.text() + " order by id desc limit :limit) order by id desc";
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
