package okno.identity.client.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.identity.client.domain.ClientKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Public keys of client applications. */
@Repository
public class ClientKeys {

    private static final String PUT = """
            insert into client_key (client_application, kid, thumbprint, algorithm, jwk, added_at)
            values (:client, :kid, :thumbprint, :algorithm, :jwk, :now)
            on conflict (client_application, kid) do update set retires_at = null
            """;

    private final JdbcClient jdbc;

    ClientKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that are still good, oldest first. */
    public List<ClientKey> of(UUID clientId, Instant now) {
        return jdbc.sql("""
                        select kid, thumbprint, algorithm, jwk, added_at, retires_at from client_key
                        where client_application = :client and (retires_at is null or retires_at > :now)
                        order by added_at, kid
                        """)
                .param("client", clientId)
                .param("now", utc(now))
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Adds a key, or keeps one that was about to retire. */
    public void put(UUID clientId, ClientKey key) {
        jdbc.sql(PUT)
                .param("client", clientId)
                .param("kid", key.kid())
                .param("thumbprint", key.thumbprint())
                .param("algorithm", key.algorithm())
                .param("jwk", key.jwk())
                .param("now", utc(key.addedAt()))
                .update();
    }

    /** Lets all but these retire; one that retires sooner already stays so. */
    public void retireOthers(UUID clientId, List<String> kids, Instant at) {
        jdbc.sql("""
                        update client_key set retires_at = least(retires_at, :at)
                        where client_application = :client and kid <> all(:kids)
                        """)
                .param("client", clientId)
                .param("kids", kids.toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    /** Deletes what has retired, and lets Keycloak be told of the clients that had it. */
    public int sweep(Instant now) {
        return jdbc.sql("""
                        with retired as (delete from client_key where retires_at <= :now returning client_application)
                        update client_application set keycloak_due_at = :now
                        where id in (select client_application from retired) and status <> 'REQUESTED'
                        """).param("now", utc(now)).update();
    }

    private static ClientKey read(ResultSet rs) throws SQLException {
        return new ClientKey(
                rs.getString("kid"),
                rs.getString("thumbprint"),
                rs.getString("algorithm"),
                rs.getString("jwk"),
                rs.getObject("added_at", OffsetDateTime.class).toInstant(),
                instant(rs.getObject("retires_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
