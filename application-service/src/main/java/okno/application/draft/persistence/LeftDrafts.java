package okno.application.draft.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts that nobody has touched for long, and whether their owners were told. */
@Repository
public class LeftDrafts {

    // A draft is no younger than its last change, so only the beginning of the index is read: ids carry their time.
    private static final String OLD = """
             where a.status = 'DRAFT'
               and a.id < cast(:youngest as uuid)
               and a.updated_at < :touched
            """;
    // A warning counts for the draft as it was left: who comes back and leaves it again is told again.
    private static final String TO_WARN =
            "select a.id from application a left join draft_warning w on w.application_id = a.id"
                    + OLD
                    + " and (w.warned_at is null or w.warned_at < a.updated_at) order by a.id limit :limit";
    private static final String ENDED = "select a.id from application a join draft_warning w on w.application_id = a.id"
            + OLD
            + " and w.warned_at >= a.updated_at and w.warned_at < :warned order by a.id limit :limit";
    private static final String WARNED = """
            insert into draft_warning (application_id, warned_at) values (:id, :now)
            on conflict (application_id) do update set warned_at = excluded.warned_at
            """;

    private final JdbcClient jdbc;

    LeftDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Not touched since, and not told of it. */
    public List<UUID> toWarn(Instant touched, int limit) {
        return left(TO_WARN, touched, limit).query(UUID.class).list();
    }

    /** Not touched since, and told before {@code warned}. */
    public List<UUID> ended(Instant touched, Instant warned, int limit) {
        return left(ENDED, touched, limit)
                .param("warned", time(warned))
                .query(UUID.class)
                .list();
    }

    public void warned(UUID id, Instant now) {
        jdbc.sql(WARNED).param("id", id).param("now", time(now)).update();
    }

    private JdbcClient.StatementSpec left(String statement, Instant touched, int limit) {
        return jdbc.sql(statement)
                .param("youngest", firstIdAt(touched).toString())
                .param("touched", time(touched))
                .param("limit", limit);
    }

    /** The least UUID of version 7 (RFC 9562 5.7) that can have been made at a moment: its first 48 bits are milliseconds. */
    static UUID firstIdAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
