package okno.webhook.endpoint.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persons who asked to be told how an endpoint does. */
@Repository
public class Watchers {

    private static final String ADD = """
            insert into endpoint_watcher (endpoint_id, person_id, created_at) values (:endpointId, :personId, :now)
            on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from endpoint_watcher where endpoint_id = :endpointId and person_id = :personId";
    private static final String ALL = """
            select person_id from endpoint_watcher where endpoint_id = :endpointId order by created_at, person_id
            """;

    private final JdbcClient jdbc;

    Watchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID endpointId, UUID personId, Instant now) {
        jdbc.sql(ADD)
                .param("endpointId", endpointId)
                .param("personId", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(UUID endpointId, UUID personId) {
        jdbc.sql(REMOVE)
                .param("endpointId", endpointId)
                .param("personId", personId)
                .update();
    }

    /** From all endpoints; answers how many they were. It is done once in a life, so no index is kept for it. */
    public long removeAll(UUID personId) {
        return jdbc.sql("delete from endpoint_watcher where person_id = :personId")
                .param("personId", personId)
                .update();
    }

    /** Account ids, the earliest first. */
    public List<UUID> of(UUID endpointId) {
        return jdbc.sql(ALL).param("endpointId", endpointId).query(UUID.class).list();
    }
}
