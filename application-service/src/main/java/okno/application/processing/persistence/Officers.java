package okno.application.processing.persistence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import okno.application.casefile.domain.Application;
import okno.application.processing.domain.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The officers of each agency, and who of them has least to do. */
@Repository
public class Officers {

    private static final String SAVE = """
            insert into officer (agency, id, unit, region, skills, available)
            values (:agency, :id, :unit, :region, :skills, :available)
            on conflict (agency, id) do update
                set unit = excluded.unit, region = excluded.region, skills = excluded.skills,
                    available = excluded.available
            """;
    private static final String PAGE = """
            select id, unit, region, skills, available
              from officer
             where agency = :agency and (:after::text is null or id > :after)
             order by id
             limit :limit
            """;
    // One distribution at a time in an agency: two that look at once would both find the same officer idle.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('distribute ' || :agency))";
    private static final String LEAST_LOADED = """
            select o.id
              from officer o
             where o.agency = :agency
               and o.available
               and o.id <> :present
               and (o.region is null or :region::text is null or o.region = :region)
               and (o.unit is null or :unit::text is null or o.unit = :unit)
               and (:skills::text[] is null or o.skills && :skills::text[])
             order by (select count(*)
                         from application a
                        where a.assignee = o.id
                          and a.status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                           'CORRECTION_REQUIRED', 'APPROVED')),
                      o.id
             limit 1
            """;

    private final JdbcClient jdbc;

    Officers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(String agency, Officer officer) {
        jdbc.sql(SAVE)
                .param("agency", agency)
                .param("id", officer.id())
                .param("unit", officer.unit())
                .param("region", officer.region())
                .param("skills", officer.skills().toArray(String[]::new))
                .param("available", officer.available())
                .update();
    }

    /** By their ids, one more than the limit. */
    public List<Officer> page(String agency, int limit, @Nullable String after) {
        return jdbc.sql(PAGE)
                .param("agency", agency)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, i) -> new Officer(
                        row.getString("id"),
                        row.getString("unit"),
                        row.getString("region"),
                        Set.of((String[]) row.getArray("skills").getArray()),
                        row.getBoolean("available")))
                .list();
    }

    /**
     * Who is there, works for the application's region and unit, and has fewest applications to do; not who has it now.
     *
     * @param skills at least one of which is needed; null: any officer will do
     */
    public Optional<String> leastLoaded(Application application, @Nullable Set<String> skills) {
        String agency = application.service().agency();
        String present = application.assignee();
        jdbc.sql(ONE_AT_A_TIME).param("agency", agency).query((row, i) -> "").list();
        return jdbc.sql(LEAST_LOADED)
                .param("agency", agency)
                .param("present", present == null ? "" : present)
                .param("region", application.region())
                .param("unit", application.handling().unit())
                .param("skills", skills == null ? null : skills.toArray(String[]::new))
                .query(String.class)
                .optional();
    }
}
