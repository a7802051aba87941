package okno.application.upload.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.upload.domain.Upload;
import okno.application.vault.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads and where their pieces lie in the document store. */
@Repository
public class Uploads {

    private static final String INSERT = """
            insert into upload (id, application_id, kind, file_name, size, sha256, received, expires_at)
            values (:id, :applicationId, :kind, :fileName, :size, :sha256, 0, :expiresAt)
            """;
    private static final String COUNT = "select count(*) from upload where application_id = :id";
    private static final String FIND = """
            select id, application_id, kind, file_name, size, sha256, received, expires_at
              from upload
             where id = :id and application_id = :applicationId and expires_at > :now
            """;
    private static final String ADVANCE = """
            update upload set received = received + :length where id = :id and received = :offset
            """;
    private static final String ADD_PIECE = """
            insert into upload_piece (upload_id, start_at, document_id) values (:id, :offset, :documentId)
            """;
    private static final String PIECES = """
            select document_id from upload_piece where upload_id = :id order by start_at
            """;
    private static final String ALL_PIECES = """
            select p.document_id from upload_piece p join upload u on u.id = p.upload_id where u.application_id = :id
            """;
    private static final String DELETE = "delete from upload where id = :id";
    private static final String EXPIRED = """
            select id from upload where expires_at <= :now order by expires_at limit :limit for update skip locked
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    Uploads(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    public void insert(Upload upload) {
        jdbc.sql(INSERT)
                .param("id", upload.id())
                .param("applicationId", upload.applicationId())
                .param("kind", upload.kind())
                .param("fileName", personalData.seal(place(upload.id()), upload.fileName()))
                .param("size", upload.size())
                .param("sha256", upload.sha256())
                .param("expiresAt", time(upload.expiresAt()))
                .update();
    }

    public int count(UUID applicationId) {
        return jdbc.sql(COUNT).param("id", applicationId).query(Integer.class).single();
    }

    /** One that has not expired. */
    public Optional<Upload> find(UUID applicationId, UUID id, Instant now) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("applicationId", applicationId)
                .param("now", time(now))
                .query(this::map)
                .optional();
    }

    /** False when another piece was there first. */
    public boolean append(UUID id, long offset, long length, UUID documentId) {
        if (jdbc.sql(ADVANCE)
                        .param("id", id)
                        .param("offset", offset)
                        .param("length", length)
                        .update()
                == 0) {
            return false;
        }
        jdbc.sql(ADD_PIECE)
                .param("id", id)
                .param("offset", offset)
                .param("documentId", documentId)
                .update();
        return true;
    }

    /** Where the pieces lie, in the order of the file. */
    public List<UUID> pieces(UUID id) {
        return jdbc.sql(PIECES).param("id", id).query(UUID.class).list();
    }

    /** Where the pieces of all uploads for an application lie. */
    public List<UUID> piecesOf(UUID applicationId) {
        return jdbc.sql(ALL_PIECES).param("id", applicationId).query(UUID.class).list();
    }

    /** False when it is gone already. */
    public boolean delete(UUID id) {
        return jdbc.sql(DELETE).param("id", id).update() > 0;
    }

    /** Some whose time is over; nobody else gets them in this transaction. */
    public List<UUID> expired(Instant now, int limit) {
        return jdbc.sql(EXPIRED)
                .param("now", time(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private Upload map(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Upload(
                id,
                row.getObject("application_id", UUID.class),
                row.getString("kind"),
                personalData.open(place(id), row.getBytes("file_name")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getLong("received"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String place(UUID id) {
        return "upload|" + id + "|file_name";
    }
}
