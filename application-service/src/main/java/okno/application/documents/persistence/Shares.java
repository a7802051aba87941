package okno.application.documents.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.documents.domain.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To which applications' agencies a document is shown. */
@Repository
public class Shares {

    private static final String INSERT = """
            insert into document_share (id, document_id, owner_key, application_id, shared_at, expires_at)
            values (:id, :documentId, :owner, :applicationId, :sharedAt, :expiresAt)
            on conflict do nothing
            """;
    private static final String SELECT = """
            select id, document_id, application_id, shared_at, expires_at, revoked_at from document_share
            """;
    private static final String OF_DOCUMENT =
            SELECT + "where document_id = :documentId and owner_key = :owner order by id desc limit 200";
    private static final String OF_APPLICATION = SELECT + """
            where application_id = :applicationId and revoked_at is null and (expires_at is null or expires_at > :now)
            order by id
            limit 200
            """;
    private static final String REVOKE = """
            update document_share
               set revoked_at = :now
             where id = :id and document_id = :documentId and owner_key = :owner and revoked_at is null
            """;
    private static final String FORGET = "delete from document_share where document_id = :documentId";

    private final JdbcClient jdbc;

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it is shown there already. */
    public boolean insert(String owner, Share share) {
        return jdbc.sql(INSERT)
                        .param("id", share.id())
                        .param("documentId", share.documentId())
                        .param("owner", owner)
                        .param("applicationId", share.applicationId())
                        .param("sharedAt", time(share.sharedAt()))
                        .param("expiresAt", time(share.expiresAt()))
                        .update()
                > 0;
    }

    /** All there ever were, newest first. */
    public List<Share> of(String owner, UUID documentId) {
        return jdbc.sql(OF_DOCUMENT)
                .param("owner", owner)
                .param("documentId", documentId)
                .query(Shares::map)
                .list();
    }

    /** What is shown now. */
    public List<Share> shownTo(UUID applicationId, Instant now) {
        return jdbc.sql(OF_APPLICATION)
                .param("applicationId", applicationId)
                .param("now", time(now))
                .query(Shares::map)
                .list();
    }

    /** False when there is no such share, or it was revoked before. */
    public boolean revoke(String owner, UUID documentId, UUID id, Instant now) {
        return jdbc.sql(REVOKE)
                        .param("owner", owner)
                        .param("documentId", documentId)
                        .param("id", id)
                        .param("now", time(now))
                        .update()
                > 0;
    }

    /** The document is gone. */
    public void forget(UUID documentId) {
        jdbc.sql(FORGET).param("documentId", documentId).update();
    }

    private static Share map(ResultSet row, int index) throws SQLException {
        return new Share(
                row.getObject("id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("shared_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
