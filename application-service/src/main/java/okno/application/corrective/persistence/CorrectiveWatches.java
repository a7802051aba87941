package okno.application.corrective.persistence;

import java.time.LocalDate;
import java.util.List;
import okno.application.casefile.domain.TermWatch;
import okno.application.corrective.domain.CorrectiveAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrective actions whose time runs out. */
@Repository
public class CorrectiveWatches {

    // Another replica's are skipped; they come again at the next look, unless it has told them.
    private static final String DUE = "select total_days, told, look_on, " + CorrectiveActions.COLUMNS + """
              from corrective_action
             where look_on <= :today
             order by look_on
               for update skip locked
             limit :limit
            """;
    private static final String TOLD = """
            update corrective_action set version = version + 1, told = :told, look_on = :lookOn where id = :id
            """;

    private final JdbcClient jdbc;
    private final CorrectiveActions actions;

    CorrectiveWatches(JdbcClient jdbc, CorrectiveActions actions) {
        this.jdbc = jdbc;
        this.actions = actions;
    }

    /** An action and how far its agency was told of it. */
    public record Watched(CorrectiveAction action, TermWatch watch) {}

    /** Of which something is to be told by this day; locked until the end of the transaction. */
    public List<Watched> due(LocalDate today, int limit) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("limit", limit)
                .query((row, i) -> {
                    CorrectiveAction action = actions.map(row, i);
                    String told = row.getString("told");
                    return new Watched(
                            action,
                            new TermWatch(
                                    action.id(),
                                    row.getInt("total_days"),
                                    true,
                                    told == null ? null : TermWatch.Level.valueOf(told),
                                    row.getObject("look_on", LocalDate.class)));
                })
                .list();
    }

    /** Also the next version of the action: an event is told of it. */
    public void save(TermWatch watch) {
        jdbc.sql(TOLD)
                .param("id", watch.applicationId())
                .param("told", watch.told() == null ? null : watch.told().name())
                .param("lookOn", watch.dueOn())
                .update();
    }
}
