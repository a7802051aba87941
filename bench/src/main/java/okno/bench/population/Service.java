package okno.bench.population;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published service as far as applications for it need it.
 *
 * @param weight how much it is asked for, beside the others
 * @param duty in kopecks; 0: free
 * @param days of the term; 0: instant
 * @param ground a ground of refusal that its passport names
 */
record Service(
        String code,
        int version,
        String agency,
        boolean exclusive,
        Set<String> kinds,
        boolean byRegister,
        int weight,
        long duty,
        int days,
        boolean workingDays,
        boolean regional,
        JsonNode routing,
        Set<String> fields,
        @Nullable String ground) {

    private static final Map<String, Integer> ASKED_FOR = Map.ofEntries(
            Map.entry("doctor-appointment", 14),
            Map.entry("passport-replacement", 10),
            Map.entry("residence-certificate", 8),
            Map.entry("foreign-passport-10-years", 8),
            Map.entry("vehicle-registration", 8),
            Map.entry("driving-licence", 6),
            Map.entry("egrn-extract", 6),
            Map.entry("employment-record", 6),
            Map.entry("child-benefit", 6),
            Map.entry("criminal-record", 5),
            Map.entry("pension-account", 5),
            Map.entry("egrul-extract", 12),
            Map.entry("egrip-extract", 4),
            Map.entry("tax-settlement", 8));
    private static final int RARELY = 2;
    private static final String PUBLISHED = """
            select distinct on (p.code) p.code, p.version, p.content::text,
                   coalesce((select t.amount from tariff t
                              where t.code = p.content #>> '{duty,tariff}' and t.valid_to is null
                              order by t.valid_from desc limit 1), 0) as duty,
                   coalesce((p.content #>> '{term,amount}')::integer, r.amount) as days,
                   coalesce(p.content #>> '{term,unit}', r.unit) as unit
              from service_passport p
              left join lateral (select t.amount, t.unit from term_reference t
                                  where t.code = p.content #>> '{term,reference}' and t.valid_to is null
                                  order by t.valid_from desc limit 1) r on true
             order by p.code, p.version desc
            """;

    /** The newest version of every service. */
    static List<Service> published(Connection connection) throws SQLException {
        List<Service> services = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PUBLISHED)) {
            while (row.next()) {
                services.add(read(row));
            }
        }
        return services;
    }

    private static Service read(ResultSet row) throws SQLException {
        JsonNode passport = JsonMapper.shared().readTree(row.getString("content"));
        String code = row.getString("code");
        Set<String> kinds = new LinkedHashSet<>();
        passport.path("applicant").path("kinds").forEach(kind -> kinds.add(kind.asString()));
        Set<String> fields =
                new LinkedHashSet<>(passport.path("form").path("properties").propertyNames());
        return new Service(
                code,
                row.getInt("version"),
                passport.path("agency").asString(),
                passport.path("oneActive").asBoolean(false),
                kinds,
                passport.path("processing").path("decidedBy").asString().equals("REGISTER"),
                ASKED_FOR.getOrDefault(code, RARELY),
                row.getLong("duty"),
                row.getInt("days"),
                "WORKING_DAYS".equals(row.getString("unit")),
                passport.has("regionPointer"),
                passport.path("routing"),
                fields,
                passport.path("rejectionReasons").propertyNames().stream()
                        .findFirst()
                        .orElse(null));
    }

    LocalDate lastDay(LocalDate submitted, WorkingCalendar calendar) {
        return workingDays ? calendar.plusWorkingDays(submitted, days) : submitted.plusDays(days);
    }

    /** The unit of the agency that works for a region; null: the agency does not divide its work. */
    @Nullable
    String unit(@Nullable String region) {
        for (JsonNode rule : routing) {
            JsonNode regions = rule.path("regions");
            if (regions.isMissingNode()
                    || regions.valueStream().anyMatch(one -> one.asString().equals(region))) {
                return rule.path("units").path(0).asString(null);
            }
        }
        return null;
    }
}
