package okno.application.casefile.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who leads at an agency, as far as its own system says so. */
@Repository
public class OfficerLeads {

    // Who leads the whole agency first. Also those who are away: an inbox waits for them.
    private static final String LEADS = """
            select id
              from officer
             where agency = :agency
               and leads
               and (region is null or :region::text is null or region = :region)
               and (unit is null or :unit::text is null or unit = :unit)
             order by unit nulls first, id
             limit 10
            """;

    private final JdbcClient jdbc;

    OfficerLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Accounts of those who lead the unit in the region, ten at most; a unit or region of null: any. */
    public List<String> of(String agency, @Nullable String region, @Nullable String unit) {
        return jdbc.sql(LEADS)
                .param("agency", agency)
                .param("region", region)
                .param("unit", unit)
                .query(String.class)
                .list();
    }
}
