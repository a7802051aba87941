package okno.application.processing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okno.application.processing.domain.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The officers of each agency. */
@Repository
public class Officers {

    private static final String SAVE = """
            insert into officer (agency, id, unit, region, skills, available, leads)
            values (:agency, :id, :unit, :region, :skills, :available, :leads)
            on conflict (agency, id) do update
                set unit = excluded.unit, region = excluded.region, skills = excluded.skills,
                    available = excluded.available, leads = excluded.leads
            """;
    private static final String PAGE = """
            select id, unit, region, skills, available, leads
              from officer
             where agency = :agency and (:after::text is null or id > :after)
             order by id
             limit :limit
            """;
    private static final String FIND =
            "select id, unit, region, skills, available, leads from officer where agency = :agency and id = :id";

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
                .param("leads", officer.leads())
                .update();
    }

    /** By their ids, one more than the limit. */
    public List<Officer> page(String agency, int limit, @Nullable String after) {
        return jdbc.sql(PAGE)
                .param("agency", agency)
                .param("after", after)
                .param("limit", limit + 1)
                .query(Officers::officer)
                .list();
    }

    public Optional<Officer> find(String agency, String id) {
        return jdbc.sql(FIND)
                .param("agency", agency)
                .param("id", id)
                .query(Officers::officer)
                .optional();
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        return new Officer(
                row.getString("id"),
                row.getString("unit"),
                row.getString("region"),
                Set.of((String[]) row.getArray("skills").getArray()),
                row.getBoolean("available"),
                row.getBoolean("leads"));
    }
}
