package okno.identity.account.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts have a password for the first log-in, and until when; never the password. */
@Repository
public class TemporaryPasswords {

    private final JdbcClient jdbc;

    TemporaryPasswords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID account, Instant expiresAt) {
        jdbc.sql("insert into temporary_password (account_id, expires_at) values (:account, :expires_at)")
                .param("account", account)
                .param("expires_at", utc(expiresAt))
                .update();
    }

    public List<UUID> expired(int rows, Instant now) {
        return jdbc.sql("""
                        select account_id from temporary_password where expires_at <= :now
                        order by expires_at limit :rows""")
                .param("now", utc(now))
                .param("rows", rows)
                .query(UUID.class)
                .list();
    }

    public void delete(UUID account) {
        jdbc.sql("delete from temporary_password where account_id = :account")
                .param("account", account)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
