package okno.application.registercheck.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.task.persistence.TaskRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks that were put off; unlike other tasks they stay when they are done, for the agency to read. */
@Repository
public class RegisterCheckRows extends TaskRows {

    private static final String ADD = """
            insert into register_check (application_id, code, state, due_at)
            select :applicationId, code, 'PENDING', :now from unnest(:codes::text[]) as c (code)
            """;
    private static final String REMOVE = "delete from register_check where application_id = :applicationId";
    private static final String PENDING =
            "select id, application_id, code, state, checked_at from register_check where id = :id and state = 'PENDING'";
    private static final String OF =
            "select id, application_id, code, state, checked_at from register_check where application_id = :applicationId";
    private static final String REST = "update register_check set due_at = null where id = :id";
    private static final String SETTLE = """
            update register_check
               set state = :state, checked_at = :now, due_at = null, last_fault = null
             where id = :id and state = 'PENDING'
            """;
    // Kept with the application, where the queue's index has it beside agency and day.
    private static final String REFLECT = """
            update application
               set check_states = (select array_agg(distinct state order by state)
                                     from register_check
                                    where application_id = :applicationId and state <> 'PASSED')
             where id = :applicationId
            """;
    private static final RowMapper<PostponedCheck> CHECK = (row, i) -> {
        OffsetDateTime checkedAt = row.getObject("checked_at", OffsetDateTime.class);
        return new PostponedCheck(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("code"),
                PostponedCheck.State.valueOf(row.getString("state")),
                checkedAt == null ? null : checkedAt.toInstant());
    };

    private final JdbcClient jdbc;

    RegisterCheckRows(JdbcClient jdbc) {
        super(jdbc, "register_check", "id");
        this.jdbc = jdbc;
    }

    public void add(UUID applicationId, List<String> codes, Instant now) {
        jdbc.sql(ADD)
                .param("applicationId", applicationId)
                .param("codes", codes.toArray(String[]::new))
                .param("now", time(now))
                .update();
    }

    /** False when there were none. */
    public boolean remove(UUID applicationId) {
        return jdbc.sql(REMOVE).param("applicationId", applicationId).update() > 0;
    }

    /** How they stand now is how the queue finds the application. */
    public void reflect(UUID applicationId) {
        jdbc.sql(REFLECT).param("applicationId", applicationId).update();
    }

    public Optional<PostponedCheck> pending(UUID id) {
        return jdbc.sql(PENDING).param("id", id).query(CHECK).optional();
    }

    public List<PostponedCheck> of(UUID applicationId) {
        return jdbc.sql(OF).param("applicationId", applicationId).query(CHECK).list();
    }

    /** Nothing is to be done any more; how the check stands stays as it is. */
    public void rest(UUID id) {
        jdbc.sql(REST).param("id", id).update();
    }

    /** False when it does not wait any more. */
    public boolean settle(UUID id, PostponedCheck.State state, Instant now) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", time(now))
                        .update()
                > 0;
    }
}
