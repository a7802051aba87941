package okno.registry.extract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.registry.record.domain.Register;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Issued extracts with their bytes. */
@Repository
class Extracts {

    private static final String SELECT = """
            select id, application_id, register, record_key, kind, format, entry_number, sha256,
                   octet_length(content) as size, created_at
            from extract
            """;

    private static final String INSERT = """
            insert into extract (id, owner_id, owner_org, application_id, register, record_key, kind, format,
                                 entry_number, sha256, content, created_at)
            values (:id, :ownerId, :ownerOrg, :applicationId, :register, :key, :kind, :format,
                    :entryNumber, :sha256, :content, :createdAt)
            """;

    /** The organisation's when issued for one, the person's (or machine's) otherwise; :org is null for no organisation. */
    private static final String OWNED = """
            where id = :id
              and (owner_org = :org::uuid or (owner_org is null and :org::uuid is null and owner_id = :caller))
            """;

    private final JdbcClient jdbc;

    Extracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims the application for this extract.
     *
     * @return false when the application has its extract already
     */
    boolean claim(UUID applicationId, UUID extractId) {
        return jdbc.sql("""
                                insert into extract_request (application_id, extract_id)
                                values (:applicationId, :extractId) on conflict do nothing
                                """)
                        .param("applicationId", applicationId)
                        .param("extractId", extractId)
                        .update()
                == 1;
    }

    void insert(Extract extract, Owner owner, byte[] content) {
        jdbc.sql(INSERT)
                .param("id", extract.id())
                .param("ownerId", owner.id())
                .param("ownerOrg", owner.org())
                .param("applicationId", extract.applicationId())
                .param("register", extract.register().name())
                .param("key", extract.key())
                .param("kind", extract.kind().name())
                .param("format", extract.format().name())
                .param("entryNumber", extract.entryNumber())
                .param("sha256", extract.sha256())
                .param("content", content)
                .param("createdAt", Timestamp.from(extract.createdAt()))
                .update();
    }

    Optional<Extract> findOwned(UUID id, Caller caller) {
        return jdbc.sql(SELECT + OWNED)
                .param("id", id)
                .param("org", caller.orgId())
                .param("caller", caller.id())
                .query(Extracts::row)
                .optional();
    }

    Optional<byte[]> contentOwned(UUID id, Caller caller) {
        return jdbc.sql("select content from extract " + OWNED)
                .param("id", id)
                .param("org", caller.orgId())
                .param("caller", caller.id())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    Optional<Extract> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Extracts::row)
                .optional();
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from extract where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    Optional<Extract> findByApplication(UUID applicationId) {
        return jdbc.sql(SELECT
                        + "where id = (select extract_id from extract_request where application_id = :applicationId)")
                .param("applicationId", applicationId)
                .query(Extracts::row)
                .optional();
    }

    private static Extract row(ResultSet row, int number) throws SQLException {
        return new Extract(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                Register.valueOf(row.getString("register")),
                row.getString("record_key"),
                Extract.Kind.valueOf(row.getString("kind")),
                Extract.Format.valueOf(row.getString("format")),
                row.getString("entry_number"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getTimestamp("created_at").toInstant());
    }
}
