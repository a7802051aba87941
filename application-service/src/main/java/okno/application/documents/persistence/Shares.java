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
    private static final String PERSON = "(select a.person_id from application a where a.id = application_id)";
    private static final String ENDED =
            " returning document_id, application_id, revoked_at, " + PERSON + " as person_id";
    private static final String REVOKE = """
            update document_share
               set revoked_at = :now
             where id = :id and document_id = :documentId and owner_key = :owner and revoked_at is null
            """ + ENDED;
    private static final String REVOKE_ALL =
            "update document_share set revoked_at = :now where document_id = :documentId and revoked_at is null"
                    + ENDED;
    private static final String EXPIRE_ONE = """
            update document_share
               set revoked_at = expires_at
             where document_id = :documentId and application_id = :applicationId
               and revoked_at is null and expires_at <= :now
            """ + ENDED;
    private static final String EXPIRE = """
            update document_share
               set revoked_at = expires_at
             where id in (select id from document_share
                           where revoked_at is null and expires_at <= :now
                           order by expires_at
                           limit :limit
                             for update skip locked)
            """ + ENDED;
    private static final String FORGET = "delete from document_share where document_id = :documentId" + ENDED;
    private static final String FORGET_OWN = """
            delete from document_share
             where owner_key = :owner
               and document_id in (select id from personal_document where owner_key = :owner)
            """ + ENDED;

    private final JdbcClient jdbc;

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A document that the agency of an application does not see any more, and a person of the owner's. */
    public record Ended(UUID documentId, UUID applicationId, String personId) {}

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

    /** Empty when there is no such share, or it has ended before. */
    public List<Ended> revoke(String owner, UUID documentId, UUID id, Instant now) {
        return ended(jdbc.sql(REVOKE)
                .param("owner", owner)
                .param("documentId", documentId)
                .param("id", id)
                .param("now", time(now)));
    }

    /** Whoever it is shown to. */
    public List<Ended> revokeAll(UUID documentId, Instant now) {
        return ended(jdbc.sql(REVOKE_ALL).param("documentId", documentId).param("now", time(now)));
    }

    /** The share of a document with an application, if its time is over. */
    public List<Ended> expire(UUID documentId, UUID applicationId, Instant now) {
        return ended(jdbc.sql(EXPIRE_ONE)
                .param("documentId", documentId)
                .param("applicationId", applicationId)
                .param("now", time(now)));
    }

    /** Some whose time is over; nobody else gets them. */
    public List<Ended> expire(Instant now, int limit) {
        return ended(jdbc.sql(EXPIRE).param("now", time(now)).param("limit", limit));
    }

    /** The document goes; those that had not ended yet. */
    public List<Ended> forget(UUID documentId) {
        return removed(jdbc.sql(FORGET).param("documentId", documentId));
    }

    /** The same for all documents of an owner that are no results. */
    public List<Ended> forgetOwn(String owner) {
        return removed(jdbc.sql(FORGET_OWN).param("owner", owner));
    }

    private static List<Ended> ended(JdbcClient.StatementSpec statement) {
        return statement.query((row, i) -> ended(row)).list();
    }

    private static List<Ended> removed(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, i) ->
                        row.getObject("revoked_at") == null ? Optional.of(ended(row)) : Optional.<Ended>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(
                row.getObject("document_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("person_id"));
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
