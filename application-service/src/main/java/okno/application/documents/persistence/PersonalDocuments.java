package okno.application.documents.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.PaperFormat;
import okno.application.documents.domain.PersonalDocument;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents by their owner's key: their own, and the results of their completed applications, which lie with those. */
@Repository
public class PersonalDocuments {

    private static final String OWN = """
            select id, person_id, kind, file_name, format, size, sha256, sent_sha256, state, created_at,
                   null::uuid as application_id, keep_until,
                   null as number, null::date as valid_until, null as status
              from personal_document
             where owner_key = :owner
            """;
    private static final String RESULTS = """
            select p.id, a.person_id, p.kind, p.file_name, p.format, p.size, p.sha256, p.sent_sha256, p.state, p.created_at,
                   p.application_id, null::date as keep_until, r.number, r.valid_until,
                   coalesce(r.end_reason, 'CURRENT') as status
              from paper p
              join application a on a.id = p.application_id
              left join issued_result r on r.application_id = p.application_id and p.id in (r.id, r.xml_id)
             where a.owner = :owner and p.side = 'AGENCY' and (a.status = 'COMPLETED' or r.issued_at is not null)
            """;
    private static final String PAGE = "select * from (" + OWN + " union all " + RESULTS + """
            ) as document
             where (cast(:kind as text) is null or kind = :kind) and (cast(:after as uuid) is null or id < :after)
             order by id desc
             limit :limit
            """;
    private static final String ONE =
            "select * from (" + OWN + " and id = :id union all " + RESULTS + " and p.id = :id) as document";
    private static final String INSERT = """
            insert into personal_document (id, owner_key, person_id, kind, file_name, format, size, sha256,
                                           sent_sha256, state, created_at, keep_until)
            values (:id, :owner, :personId, :kind, :fileName, :format, :size, :sha256, :sentSha256, :state, :createdAt,
                    :keepUntil)
            """;
    private static final String DELETE = "delete from personal_document where id = :id";
    private static final String USED = """
            select count(*) as documents, coalesce(sum(size), 0) as bytes from personal_document where owner_key = :owner
            """;
    /** Until the end of the transaction: two uploads at once must not both see the last free place. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:owner, 0))";

    private static final String CLEAN = "update personal_document set state = 'CLEAN' where id = :id";
    private static final String REJECT = """
            update personal_document
               set state = 'REJECTED', found = :found
             where id = :id
            returning person_id, owner_key, kind
            """;
    private static final String LOCK_ONE = "select id from personal_document where id = :id for update";
    private static final String OVERDUE = """
            select id, person_id from personal_document where keep_until < :today order by keep_until limit :limit
               for update skip locked
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    PersonalDocuments(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** How much an owner keeps; results do not count. */
    public record Used(int documents, long bytes) {}

    /** A document whose term is over. */
    public record Overdue(UUID id, String personId) {}

    /** Whose document went into quarantine, and of what kind it is. */
    public record Rejected(String personId, String ownerKey, String kind) {}

    /** Newest first. */
    public List<PersonalDocument> page(String owner, @Nullable String kind, int limit, @Nullable UUID after) {
        return jdbc.sql(PAGE)
                .param("owner", owner)
                .param("kind", kind)
                .param("after", after)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    public Optional<PersonalDocument> find(String owner, UUID id) {
        return jdbc.sql(ONE)
                .param("owner", owner)
                .param("id", id)
                .query(this::map)
                .optional();
    }

    public void insert(String owner, PersonalDocument document) {
        jdbc.sql(INSERT)
                .param("id", document.id())
                .param("owner", owner)
                .param("personId", document.personId())
                .param("kind", document.kind())
                .param("fileName", personalData.seal(place("personal_document", document.id()), document.fileName()))
                .param("format", document.format().name())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("sentSha256", document.sentSha256())
                .param("state", document.state().name())
                .param("createdAt", document.createdAt().atOffset(ZoneOffset.UTC))
                .param("keepUntil", document.keepUntil())
                .update();
    }

    public void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    public Used used(String owner) {
        return jdbc.sql(USED)
                .param("owner", owner)
                .query((row, i) -> new Used(row.getInt("documents"), row.getLong("bytes")))
                .single();
    }

    /** What the owner keeps, which nobody changes until the transaction ends. */
    public Used lockUsed(String owner) {
        jdbc.sql(LOCK).param("owner", owner).query((row, i) -> owner).single();
        return used(owner);
    }

    /** Until the end of the transaction. */
    public void lock(UUID id) {
        jdbc.sql(LOCK_ONE).param("id", id).query().listOfRows();
    }

    public void clean(UUID id) {
        jdbc.sql(CLEAN).param("id", id).update();
    }

    /** Into quarantine, with the name of the malware; empty when there is no such document any more. */
    public Optional<Rejected> reject(UUID id, String found) {
        return jdbc.sql(REJECT)
                .param("id", id)
                .param("found", found)
                .query((row, i) ->
                        new Rejected(row.getString("person_id"), row.getString("owner_key"), row.getString("kind")))
                .optional();
    }

    /** Some that nobody keeps any longer; nobody else gets them in this transaction. */
    public List<Overdue> overdue(LocalDate today, int limit) {
        return jdbc.sql(OVERDUE)
                .param("today", today)
                .param("limit", limit)
                .query((row, i) -> new Overdue(row.getObject("id", UUID.class), row.getString("person_id")))
                .list();
    }

    private PersonalDocument map(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID applicationId = row.getObject("application_id", UUID.class);
        return new PersonalDocument(
                id,
                row.getString("person_id"),
                row.getString("kind"),
                personalData.open(
                        place(applicationId == null ? "personal_document" : "paper", id), row.getBytes("file_name")),
                PaperFormat.valueOf(row.getString("format")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("sent_sha256"),
                Paper.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                applicationId,
                row.getObject("keep_until", LocalDate.class),
                applicationId == null
                        ? null
                        : new PersonalDocument.Issue(
                                row.getString("number"),
                                row.getObject("valid_until", LocalDate.class),
                                row.getString("status")));
    }

    private static String place(String table, UUID id) {
        return table + "|" + id + "|file_name";
    }
}
