package okno.application.casefile.persistence;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import okno.application.casefile.domain.Application;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which officer of an agency has least to do. */
@Repository
public class OfficerLoads {

    // One distribution at a time in an agency: two that look at once would both find the same officer idle.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('distribute ' || :agency))";
    private static final String WHO_IS_THERE = """
            select o.id
              from officer o
             where o.agency = :agency
               and o.available
               and (o.region is null or :region::text is null or o.region = :region)
               and (o.unit is null or :unit::text is null or o.unit = :unit)
            """;
    private static final String BY_LOAD = """
             order by (select count(*)
                         from application a
                        where a.assignee = o.id
                          and a.status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                           'CORRECTION_REQUIRED', 'APPROVED')),
            """;
    static final String LEAST_LOADED = WHO_IS_THERE + """
               and o.id <> all(:out::text[])
               and (:skills::text[] is null or o.skills && :skills::text[])
            """ + BY_LOAD + "o.id limit 1";

    /**
     * How many of those who fit are looked at for a new application, by chance; an agency that has fewer is looked at whole.
     * The best of a few is nearly the best of all (Mitzenmacher, The power of two choices, 2001), and a submission of an
     * agency with hundreds of officers does not count the work of hundreds.
     */
    private static final int LOOKED_AT = 16;

    /** Those submitted at the same moment do not see each other; chance keeps them from one desk without a queue. */
    static final String FOR_NEW =
            "select o.id from (" + WHO_IS_THERE + """
               and (o.skills = '{}' or o.skills && :skills::text[])
             order by random()
            """ + "limit " + LOOKED_AT + ") o" + BY_LOAD + "random() limit 1";

    private final JdbcClient jdbc;

    OfficerLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who is there, works for the application's region and unit, and has fewest applications to do; not who has it now, nor
     * whose refusal of it is void.
     *
     * @param skills at least one of which is needed; null: any officer will do
     */
    public Optional<String> leastLoaded(Application application, @Nullable Set<String> skills) {
        String agency = application.service().agency();
        Set<String> out = new HashSet<>(application.handling().barred());
        if (application.assignee() != null) {
            out.add(application.assignee());
        }
        jdbc.sql(ONE_AT_A_TIME).param("agency", agency).query((row, i) -> "").list();
        return asked(LEAST_LOADED, application)
                .param("out", out.toArray(String[]::new))
                .param("skills", skills == null ? null : skills.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** The same for an application that is just submitted: who has skills gets what needs one of them only. */
    public Optional<String> forNew(Application application, Set<String> skills) {
        return asked(FOR_NEW, application)
                .param("skills", skills.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String sql, Application application) {
        return jdbc.sql(sql)
                .param("agency", application.service().agency())
                .param("region", application.region())
                .param("unit", application.handling().unit());
    }
}
