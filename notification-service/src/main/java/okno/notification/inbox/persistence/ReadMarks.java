package okno.notification.inbox.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Marks on notifications. */
@Repository
public class ReadMarks {

    private static final String MARK = """
            update notification
            set read_at = case when :read then coalesce(read_at, :now) end
            where person_id = :personId and id = :id
            """;

    private final JdbcClient jdbc;

    ReadMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the person has no such notification. */
    public boolean mark(String personId, UUID id, boolean read, Instant now) {
        return jdbc.sql(MARK)
                        .param("personId", personId)
                        .param("id", id)
                        .param("read", read)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }
}
