package okno.identity.rights.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.protection.KeyedHash;
import okno.identity.protection.PersonalData;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.rights.domain.Ruling;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All requests; seals what people wrote and are told. */
@Repository
public class DataRequests {

    private static final String TABLE = "data_request";
    private static final String RECEIPT = "data_request.receipt";

    private static final String SELECT = """
            select id, person_id, kind, status, version, due_on, created_at, closed_at, decided_by, decided_at,
                   reason_code, comment, expires_at, archive_bytes, fetched_at
            from data_request
            """;

    private static final String INSERT = """
            insert into data_request (id, person_id, kind, status, version, due_on, created_at, content, receipt_hash)
            values (:id, :person, :kind, :status, :version, :due_on, :created, :content, :receipt)
            """;

    private static final String UPDATE = """
            update data_request
            set status = :status, version = :version, closed_at = :closed, decided_by = :by, decided_at = :decided,
                reason_code = :reason, comment = :comment, expires_at = :expires, archive_bytes = :bytes,
                work_at = coalesce(:work, work_at)
            where id = :id and version = :version - 1
            """;

    private static final String TAKE_WORK = """
            update data_request set work_at = :again
            where id in (select id from data_request where work_at <= :now and status = any(:statuses)
                         order by work_at limit :rows for update skip locked)
            returning id
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final KeyedHash hash;

    DataRequests(JdbcClient jdbc, PersonalData personalData, KeyedHash hash) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.hash = hash;
    }

    /**
     * @param content what the person wrote, sealed here
     * @param receipt by which it can be found without an account; only its hash is kept
     * @return false when one of the kind is open already
     */
    public boolean insert(DataRequest request, @Nullable String content, @Nullable String receipt) {
        try {
            jdbc.sql(INSERT)
                    .param("id", request.id())
                    .param("person", request.personId())
                    .param("kind", request.kind().name())
                    .param("status", request.status().name())
                    .param("version", request.version())
                    .param("due_on", request.dueOn())
                    .param("created", utc(request.createdAt()))
                    .param("content", row(request.id()).seal("content", content), Types.BINARY)
                    .param("receipt", hash.ofOptional(RECEIPT, receipt), Types.BINARY)
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    /**
     * Writes the next version; false when somebody else has written it first.
     *
     * @param workAt when a worker shall look at it; null: as it was, so that nobody who was woken meanwhile is forgotten
     */
    public boolean save(DataRequest request, @Nullable Instant workAt) {
        Ruling ruling = request.ruling();
        DataRequest.Archive archive = request.archive();
        return jdbc.sql(UPDATE)
                        .param("id", request.id())
                        .param("status", request.status().name())
                        .param("version", request.version())
                        .param("closed", utc(request.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", ruling == null ? null : ruling.by())
                        .param("decided", utc(ruling == null ? null : ruling.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("reason", ruling == null ? null : ruling.ground().name())
                        .param(
                                "comment",
                                ruling == null ? null : row(request.id()).seal("comment", ruling.comment()),
                                Types.BINARY)
                        .param(
                                "expires",
                                utc(archive == null ? null : archive.expiresAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("bytes", archive == null ? null : archive.bytes(), Types.BIGINT)
                        .param("work", utc(workAt), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** Notes the first download; who works on the request at the same time is not disturbed. */
    public void noteFetched(UUID id, Instant at) {
        jdbc.sql("update data_request set fetched_at = coalesce(fetched_at, :at) where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    public Optional<DataRequest> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<DataRequest> find(UUID id, UUID personId, RequestKind kind) {
        return find(id).filter(found -> found.personId().equals(personId) && found.kind() == kind);
    }

    public Optional<DataRequest> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** The erasure of which somebody holds the receipt. */
    public Optional<DataRequest> byReceipt(UUID id, String receipt) {
        byte[] kept = jdbc.sql("select receipt_hash from data_request where id = :id and receipt_hash is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElse(null);
        return kept != null && hash.matches(kept, RECEIPT, receipt) ? find(id) : Optional.empty();
    }

    /** What the person wrote; empty when nothing, or when it was erased. */
    public Optional<String> content(UUID id) {
        return jdbc.sql("select content from data_request where id = :id and content is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(kept -> row(id).open("content", kept));
    }

    /** The person's of one kind, newest first; {@code after} is the id of the last one seen. */
    public List<DataRequest> page(UUID personId, RequestKind kind, @Nullable UUID after, int rows) {
        return jdbc.sql(SELECT + """
                        where person_id = :person and kind = :kind
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc limit :rows
                        """)
                .param("person", personId)
                .param("kind", kind.name())
                .param("after", after)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** What waits for an operator, due first. */
    public List<DataRequest> undecided(int rows) {
        return jdbc.sql(SELECT + "where closed_at is null and status = 'REQUESTED' order by due_on, id limit :rows")
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Takes what a worker has to look at; what is not finished is due again after the lease. */
    public List<UUID> takeWork(List<RequestStatus> statuses, int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_WORK)
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("now", utc(now))
                .param("again", utc(now.plus(lease)))
                .param("rows", rows)
                .query(UUID.class)
                .list();
    }

    /** Makes a worker look at it soon. */
    public void wake(UUID id, Instant now) {
        jdbc.sql("update data_request set work_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** Nothing is to be done for now, unless it was woken since it was taken with this lease. */
    public void rest(UUID id, Instant lease) {
        jdbc.sql("update data_request set work_at = null where id = :id and work_at = :lease")
                .param("id", id)
                .param("lease", utc(lease))
                .update();
    }

    /** Archives whose time is over. */
    public List<UUID> expired(Instant now, int rows) {
        return jdbc.sql("select id from data_request where kind = 'EXPORT' and expires_at <= :now limit :rows")
                .param("now", utc(now))
                .param("rows", rows)
                .query(UUID.class)
                .list();
    }

    private DataRequest read(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        Instant decided = instant(rs, "decided_at");
        Instant expires = instant(rs, "expires_at");
        return new DataRequest(
                id,
                rs.getObject("person_id", UUID.class),
                RequestKind.valueOf(rs.getString("kind")),
                RequestStatus.valueOf(rs.getString("status")),
                rs.getLong("version"),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(rs, "closed_at"),
                decided == null
                        ? null
                        : new Ruling(
                                rs.getString("decided_by"),
                                decided,
                                Ruling.Ground.valueOf(rs.getString("reason_code")),
                                opened(id, rs.getBytes("comment"))),
                expires == null
                        ? null
                        : new DataRequest.Archive(rs.getLong("archive_bytes"), expires, instant(rs, "fetched_at")));
    }

    private String opened(UUID id, byte @Nullable [] comment) {
        return comment == null ? "" : row(id).open("comment", comment);
    }

    private PersonalData.Row row(UUID id) {
        return personalData.row(TABLE, id);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
