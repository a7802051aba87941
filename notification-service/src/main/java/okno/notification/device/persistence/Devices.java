package okno.notification.device.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices that may be pushed to. */
@Repository
public class Devices {

    /** The same browser registers again after every renewal; it is one device, and its newest keys hold. */
    private static final String SAVE = """
            insert into device (id, person_id, endpoint_hash, name, subscription, created_at)
            values (:id, :personId, :endpointHash, :name, :subscription, :now)
            on conflict (person_id, endpoint_hash) do update set
                id = excluded.id, name = excluded.name, subscription = excluded.subscription
            """;

    private static final String OLDER_THAN_NEWEST = """
            delete from device where person_id = :personId and id in (
                select id from device where person_id = :personId order by id desc offset :keep)
            """;

    private static final String DELETE = "delete from device where person_id = :personId and id = :id";
    private static final String GONE = "delete from device where id = :id";

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(UUID id, String personId, byte[] endpointHash, String name, byte[] subscription, Instant now) {
        jdbc.sql(SAVE)
                .param("id", id)
                .param("personId", personId)
                .param("endpointHash", endpointHash)
                .param("name", name)
                .param("subscription", subscription)
                .param("now", now.atOffset(UTC))
                .update();
    }

    public void keepNewest(String personId, int keep) {
        jdbc.sql(OLDER_THAN_NEWEST)
                .param("personId", personId)
                .param("keep", keep)
                .update();
    }

    public boolean delete(String personId, UUID id) {
        return jdbc.sql(DELETE).param("personId", personId).param("id", id).update() == 1;
    }

    public void delete(UUID id) {
        jdbc.sql(GONE).param("id", id).update();
    }
}
