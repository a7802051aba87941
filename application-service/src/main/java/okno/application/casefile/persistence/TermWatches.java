package okno.application.casefile.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.TermWatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agencies' running terms. */
@Repository
public class TermWatches {

    private static final String SAVE = """
            insert into term_watch (application_id, total_days, working, told, due_on)
            values (:id, :totalDays, :working, :told, :dueOn)
            on conflict (application_id) do update set told = excluded.told, due_on = excluded.due_on
            """;
    private static final String ADD = """
            insert into term_watch (application_id, total_days, working, told, due_on)
            values (:id, :totalDays, :working, :told, :dueOn)
            on conflict (application_id) do nothing
            """;
    private static final String SELECT = "select application_id, total_days, working, told, due_on from term_watch ";
    private static final String OF = SELECT + "where application_id = :id for update";
    // Another replica's are skipped; they come again at the next look, unless it has told them.
    private static final String DUE = SELECT + """
            where due_on <= :today
            order by due_on
              for update skip locked
            limit :limit
            """;
    private static final String END = "delete from term_watch where application_id = :id";

    private final JdbcClient jdbc;

    TermWatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(TermWatch watch) {
        write(SAVE, watch);
    }

    /** Nothing changes when the application is watched already. */
    public void add(TermWatch watch) {
        write(ADD, watch);
    }

    private void write(String sql, TermWatch watch) {
        jdbc.sql(sql)
                .param("id", watch.applicationId())
                .param("totalDays", watch.totalDays())
                .param("working", watch.working())
                .param("told", watch.told() == null ? null : watch.told().name())
                .param("dueOn", watch.dueOn())
                .update();
    }

    /** Locked until the end of the transaction. */
    public Optional<TermWatch> of(UUID applicationId) {
        return jdbc.sql(OF).param("id", applicationId).query(TermWatch.class).optional();
    }

    /** Of which something is to be told by this day; locked until the end of the transaction. */
    public List<TermWatch> due(LocalDate today, int limit) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("limit", limit)
                .query(TermWatch.class)
                .list();
    }

    public void end(UUID applicationId) {
        jdbc.sql(END).param("id", applicationId).update();
    }
}
