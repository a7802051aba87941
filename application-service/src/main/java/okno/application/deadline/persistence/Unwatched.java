package okno.application.deadline.persistence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications that their agency has still to do and whose term nobody watches. */
@Repository
public class Unwatched {

    private static final String OPEN = """
            a.status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'CORRECTION_REQUIRED', 'APPROVED')
            """;
    private static final String PAGE = "select a.id from application a where " + OPEN + """
               and (:after::uuid is null or a.id > :after)
               and not exists (select 1 from term_watch w where w.application_id = a.id)
             order by a.id
             limit :limit
            """;
    private static final String LOCK = "select a.id from application a where a.id = :id and " + OPEN + " for update";

    private final JdbcClient jdbc;

    Unwatched(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their ids. */
    public List<UUID> page(@Nullable UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Locks one until the transaction ends; false when there is nothing left to do in it. */
    public boolean lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().isPresent();
    }
}
