package okno.notification.device;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices of a person. */
@Component
public class DeviceQueries {

    private static final String OF = """
            select id, name, subscription, created_at from device where person_id = :personId order by id limit 20
            """;

    private final JdbcClient jdbc;
    private final DeviceSeal seal;

    DeviceQueries(JdbcClient jdbc, DeviceSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A device as its owner sees it. */
    public record Listed(UUID id, String name, OffsetDateTime createdAt) {}

    public List<Device> of(String personId) {
        return jdbc.sql(OF)
                .param("personId", personId)
                .query((row, n) -> seal.open(row.getObject("id", UUID.class), row.getBytes("subscription")))
                .list();
    }

    public List<Listed> listed(String personId) {
        return jdbc.sql(OF)
                .param("personId", personId)
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class)))
                .list();
    }
}
