package okno.org.power.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.domain.PowerPermission;
import okno.org.power.domain.PowerStatus;
import okno.org.power.domain.PowerTerms;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All powers of attorney between citizens, ended ones too: they prove what was done by them. */
@Repository
public class Powers {

    private static final String COLUMNS = """
            id, principal_id, representative_id, services, permissions, valid_from, valid_until, document,
            document_sha256, status, signature_id, version, created_at, changed_at
            """;
    private static final String SELECT = "select " + COLUMNS + " from power_of_attorney ";

    // The representative sees it from its signature on: before that it is the principal's paper alone.
    private static final String OF_EITHER = SELECT + """
            where id = :id
              and (principal_id = :person or representative_id = :person and signature_id is not null)
            """;

    private static final String PAGE = """
              and (:after::uuid is null or id < :after::uuid)
            order by id desc
            limit :rows
            """;
    private static final String GIVEN = SELECT + "where principal_id = :person " + PAGE;
    private static final String RECEIVED =
            SELECT + "where representative_id = :person and signature_id is not null " + PAGE;

    private static final String INSERT = """
            insert into power_of_attorney (id, principal_id, services, permissions, valid_from, valid_until, document,
                                           document_sha256, status, version, created_at, changed_at, settle_at)
            values (:id, :principal, :services, :permissions, :from, :until, :document, :sha256, :status, :version,
                    :created, :created, :settle)
            """;

    private static final String SAVE = """
            update power_of_attorney
            set status = :status, signature_id = :signature, version = :version, changed_at = :changed,
                settle_at = :settle
            where id = :id and version = :version - 1
            """;

    private static final String BIND = """
            update power_of_attorney
            set representative_id = :person, settle_at = :settle
            where id = :id and status = 'ACTIVE' and representative_id is null
            """;

    /** Rows that another instance claims at this moment are skipped, not waited for. */
    private static final String CLAIM = """
            update power_of_attorney set settle_at = :until
            where id = (select id from power_of_attorney where settle_at <= :now
                        order by settle_at limit 1 for update skip locked)
            returning
            """ + COLUMNS;

    private final JdbcClient jdbc;
    private final DocumentCipher cipher;

    Powers(JdbcClient jdbc, DocumentCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A power of attorney with the bytes of its document. */
    public record Kept(PowerOfAttorney power, byte[] document) {}

    public Optional<Kept> find(UUID id, String personId) {
        return jdbc.sql(OF_EITHER)
                .param("id", id)
                .param("person", personId)
                .query(this::kept)
                .optional();
    }

    /** The same, locked: signing and ending follow one another. */
    public Optional<PowerOfAttorney> lock(UUID id, String personId) {
        return jdbc.sql(OF_EITHER + " for update")
                .param("id", id)
                .param("person", personId)
                .query(this::kept)
                .optional()
                .map(Kept::power);
    }

    public Optional<PowerOfAttorney> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(this::kept)
                .optional()
                .map(Kept::power);
    }

    /** Newest first. */
    public List<Kept> given(String personId, @Nullable UUID after, int rows) {
        return page(GIVEN, personId, after, rows);
    }

    /** Newest first. */
    public List<Kept> received(String personId, @Nullable UUID after, int rows) {
        return page(RECEIVED, personId, after, rows);
    }

    private List<Kept> page(String statement, String personId, @Nullable UUID after, int rows) {
        return jdbc.sql(statement)
                .param("person", personId)
                .param("after", after)
                .param("rows", rows)
                .query(this::kept)
                .list();
    }

    /** How many of the person's are not ended. */
    public int living(String principalId) {
        return jdbc.sql("""
                        select count(*) from power_of_attorney
                        where principal_id = :person and status in ('PENDING_SIGNATURE', 'ACTIVE')
                        """).param("person", principalId).query(Integer.class).single();
    }

    /** Those in force that the person gave or received, locked. */
    public List<PowerOfAttorney> active(String personId) {
        return jdbc.sql(SELECT + """
                        where (principal_id = :person or representative_id = :person) and status = 'ACTIVE'
                        order by id for update
                        """).param("person", personId).query(this::kept).list().stream()
                .map(Kept::power)
                .toList();
    }

    /** Forgets what the person wrote and never signed, which was nobody's right. */
    public long eraseUnsigned(String principalId) {
        return jdbc.sql("delete from power_of_attorney where principal_id = :person and signature_id is null")
                .param("person", principalId)
                .update();
    }

    /** @param settleAt when it is looked after next */
    public void insert(PowerOfAttorney power, byte[] document, Instant settleAt) {
        jdbc.sql(INSERT)
                .param("id", power.id())
                .param("principal", power.principalId())
                .param("services", power.terms().services().toArray(String[]::new))
                .param("permissions", power.terms().permissionCodes().toArray(String[]::new))
                .param("from", power.terms().from())
                .param("until", power.terms().until())
                .param("document", cipher.seal(power.id(), document))
                .param("sha256", power.documentSha256())
                .param("status", power.status().name())
                .param("version", power.version())
                .param("created", power.createdAt().atOffset(UTC))
                .param("settle", settleAt.atOffset(UTC))
                .update();
    }

    /** @param settleAt when it is looked after next; null: never again */
    public void save(PowerOfAttorney power, @Nullable Instant settleAt) {
        int saved = jdbc.sql(SAVE)
                .param("id", power.id())
                .param("status", power.status().name())
                .param("signature", power.signatureId())
                .param("version", power.version())
                .param("changed", power.changedAt().atOffset(UTC))
                .param("settle", settleAt == null ? null : settleAt.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (saved == 0) {
            throw Problem.stale();
        }
    }

    /** Whose account the representative's is; false when that is known or it has ended. */
    public boolean bind(UUID id, String representativeId, Instant settleAt) {
        return jdbc.sql(BIND)
                        .param("id", id)
                        .param("person", representativeId)
                        .param("settle", settleAt.atOffset(UTC))
                        .update()
                == 1;
    }

    /** One that is to be looked after, for as long as until then nobody else's. */
    public Optional<Kept> claim(Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(this::kept)
                .optional();
    }

    public void postpone(PowerOfAttorney power, Instant at) {
        jdbc.sql("update power_of_attorney set settle_at = :at where id = :id and version = :version")
                .param("id", power.id())
                .param("version", power.version())
                .param("at", at.atOffset(UTC))
                .update();
    }

    private Kept kept(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var terms = new PowerTerms(
                words(row, "services"),
                words(row, "permissions").stream()
                        .map(code -> PowerPermission.of(code).orElseThrow())
                        .toList(),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
        var power = new PowerOfAttorney(
                id,
                row.getString("principal_id"),
                row.getString("representative_id"),
                terms,
                row.getString("document_sha256"),
                PowerStatus.valueOf(row.getString("status")),
                row.getObject("signature_id", UUID.class),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
        return new Kept(power, cipher.open(id, row.getBytes("document")));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
