package okno.application.casefile.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much units have to do. */
@Repository
public class UnitLoads {

    // Counted when it is asked, out of an index: a counter would be one row that all submissions of an agency wait for.
    /** Counted no further: of units that all have more to do, chance picks one. */
    private static final int COUNTED = 5_000;

    static final String LEAST_LOADED = """
            select u.code
              from unnest(:units::text[]) with ordinality as u (code, place)
             cross join lateral
                   (select count(*) as open
                      from (select 1
                              from application a
                             where a.unit = u.code
                               and a.status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                                'CORRECTION_REQUIRED', 'APPROVED')
                             limit %1$d) counted) load
             order by load.open, case when load.open = %1$d then random() end, u.place
             limit 1
            """.formatted(COUNTED);

    private final JdbcClient jdbc;

    UnitLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit with fewest open applications; of equals the one named first, of very busy ones any. */
    public String leastLoaded(List<String> units) {
        return jdbc.sql(LEAST_LOADED)
                .param("units", units.toArray(String[]::new))
                .query(String.class)
                .single();
    }
}
