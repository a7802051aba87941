package okno.application.casefile.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much units have to do. */
@Repository
public class UnitLoads {

    // Counted when it is asked, out of an index: a counter would be one row that all submissions of an agency wait for.
    private static final String LEAST_LOADED = """
            select u.code
              from unnest(:units::text[]) with ordinality as u (code, place)
             order by (select count(*)
                         from application a
                        where a.unit = u.code
                          and a.status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                           'CORRECTION_REQUIRED', 'APPROVED')),
                      u.place
             limit 1
            """;

    private final JdbcClient jdbc;

    UnitLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit with fewest open applications; of equals the one named first. */
    public String leastLoaded(List<String> units) {
        return jdbc.sql(LEAST_LOADED)
                .param("units", units.toArray(String[]::new))
                .query(String.class)
                .single();
    }
}
