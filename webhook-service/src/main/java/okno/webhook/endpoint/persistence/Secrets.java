package okno.webhook.endpoint.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Encrypted signing secrets: one without end per endpoint, and older ones until their overlap ends. */
@Repository
public class Secrets {

    private static final String INSERT = """
            insert into endpoint_secret (id, endpoint_id, ciphertext, created_at)
            values (:id, :endpointId, :ciphertext, :createdAt)
            """;
    private static final String RETIRE = """
            update endpoint_secret set expires_at = least(coalesce(expires_at, :until), :until)
            where endpoint_id = :endpointId
            """;
    // A rotation within the overlap of another keeps the two newest only.
    private static final String KEEP_ONE = """
            delete from endpoint_secret where endpoint_id = :endpointId and (expires_at <= :now or id not in (
                select id from endpoint_secret where endpoint_id = :endpointId order by id desc limit 1))
            """;
    private static final String VALID = """
            select endpoint_id, id, ciphertext, expires_at from endpoint_secret
            where endpoint_id = any (cast(:endpointIds as uuid[])) and (expires_at is null or expires_at > :now)
            order by id desc
            """;

    private final JdbcClient jdbc;

    Secrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A secret that signs at present.
     *
     * @param expiresAt until when; null: without end
     */
    public record StoredSecret(
            UUID endpointId,
            UUID id,
            byte[] ciphertext,
            @Nullable Instant expiresAt) {}

    /** Adds a secret that signs from now on. */
    public void add(UUID endpointId, byte[] ciphertext, Instant now) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("endpointId", endpointId)
                .param("ciphertext", ciphertext)
                .param("createdAt", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets the present secret sign until then, and removes those before it. */
    public void retire(UUID endpointId, Instant until, Instant now) {
        jdbc.sql(KEEP_ONE)
                .param("endpointId", endpointId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(RETIRE)
                .param("endpointId", endpointId)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest of each endpoint first. */
    public List<StoredSecret> valid(Collection<UUID> endpointIds, Instant now) {
        return jdbc.sql(VALID)
                .param("endpointIds", endpointIds.stream().map(UUID::toString).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    OffsetDateTime expires = row.getObject(4, OffsetDateTime.class);
                    return new StoredSecret(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getBytes(3),
                            expires == null ? null : expires.toInstant());
                })
                .list();
    }
}
