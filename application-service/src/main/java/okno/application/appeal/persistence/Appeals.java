package okno.application.appeal.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.domain.Ground;
import okno.application.catalogue.domain.Texts;
import okno.application.vault.PersonalData;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All complaints, and the grounds there are; what people wrote is sealed. */
@Repository
public class Appeals {

    private static final String SELECT = """
            select id, version, application_id, number, agency, region, ground, text, answer, status, registered_on,
                   expected_completion_date, created_at, decided_at
              from appeal
            """;
    private static final String OF_APPLICATION = SELECT + """
            where application_id = :applicationId and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;
    private static final String OF_AGENCY = SELECT + """
            where id = :id and agency = :agency and (:region::text is null or region is null or region = :region)
            """;
    private static final String DESK = SELECT + """
            where agency = :agency and (:region::text is null or region is null or region = :region)
              and status = 'REGISTERED'
              and (:after::uuid is null or (expected_completion_date, id)
                                         > (select a.expected_completion_date, a.id from appeal a where a.id = :after))
            order by expected_completion_date, id
            limit :limit
            """;
    private static final String INSERT = """
            insert into appeal (id, version, application_id, number, agency, region, ground, text, status, registered_on,
                                expected_completion_date, created_at)
            values (:id, :version, :applicationId, :number, :agency, :region, :ground, :text, :status, :registeredOn,
                    :expected, :createdAt)
            """;
    private static final String UPDATE = """
            update appeal
               set version = :version, status = :status, answer = :answer, decided_at = :decidedAt
             where id = :id and version = :version - 1
            """;
    private static final String GROUND =
            "select code, ru, en, term_reference, possible, reopens from appeal_ground where code = :code";
    private static final String OF_OWNER = SELECT + "where id = :id and application_id = :applicationId";
    private static final String LOCK = OF_OWNER + " for update";
    private static final String ATTACH = "insert into appeal_paper (paper_id, appeal_id) values (:paperId, :appealId)";
    private static final String FILES =
            "select appeal_id, paper_id from appeal_paper where appeal_id = any(:ids) order by paper_id limit 2000";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    Appeals(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** Oldest first, one more than the limit. */
    public List<Appeal> of(UUID applicationId, int limit, @Nullable UUID after) {
        return jdbc.sql(OF_APPLICATION)
                .param("applicationId", applicationId)
                .param("after", after)
                .param("limit", limit + 1)
                .query(this::map)
                .list();
    }

    /** What the agency has to answer, what is due first on top, one more than the limit. */
    public List<Appeal> desk(String agency, @Nullable String region, int limit, @Nullable UUID after) {
        return jdbc.sql(DESK)
                .param("agency", agency)
                .param("region", region)
                .param("after", after)
                .param("limit", limit + 1)
                .query(this::map)
                .list();
    }

    /** A complaint about the agency; another's, or one of another region, is not found. */
    public Appeal get(UUID id, String agency, @Nullable String region) {
        return jdbc.sql(OF_AGENCY)
                .param("id", id)
                .param("agency", agency)
                .param("region", region)
                .query(this::map)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** One about an application; another's is not found. */
    public Appeal find(UUID applicationId, UUID id) {
        return one(OF_OWNER, applicationId, id);
    }

    /** The same, which nobody changes until the transaction ends. */
    public Appeal lock(UUID applicationId, UUID id) {
        return one(LOCK, applicationId, id);
    }

    private Appeal one(String sql, UUID applicationId, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("applicationId", applicationId)
                .query(this::map)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** Puts a file of the application to the complaint. */
    public void attach(UUID id, UUID paperId) {
        jdbc.sql(ATTACH).param("paperId", paperId).param("appealId", id).update();
    }

    /** The files of each complaint that has some, in the order in which they came. */
    public Map<UUID, List<UUID>> files(Collection<UUID> ids) {
        Map<UUID, List<UUID>> files = new HashMap<>();
        jdbc.sql(FILES).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            files.computeIfAbsent(row.getObject("appeal_id", UUID.class), any -> new ArrayList<>())
                    .add(row.getObject("paper_id", UUID.class));
        });
        return files;
    }

    public Optional<Ground> ground(String code) {
        return jdbc.sql(GROUND)
                .param("code", code)
                .query((row, i) -> new Ground(
                        row.getString("code"),
                        new Texts(row.getString("ru"), row.getString("en")),
                        row.getString("term_reference"),
                        Appeal.Possible.valueOf(row.getString("possible")),
                        row.getBoolean("reopens")))
                .optional();
    }

    public long nextSerial() {
        return jdbc.sql("select nextval('appeal_number')").query(Long.class).single();
    }

    public void insert(Appeal appeal) {
        jdbc.sql(INSERT)
                .param("id", appeal.id())
                .param("version", appeal.version())
                .param("applicationId", appeal.applicationId())
                .param("number", appeal.number())
                .param("agency", appeal.agency())
                .param("region", appeal.region())
                .param("ground", appeal.ground())
                .param("text", personalData.seal(place(appeal.id(), "text"), appeal.text()))
                .param("status", appeal.status().name())
                .param("registeredOn", appeal.registeredOn())
                .param("expected", appeal.expectedCompletionDate())
                .param("createdAt", appeal.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Saves the next version.
     *
     * @throws Problem {@code conflict} when another change came first
     */
    public void save(Appeal appeal) {
        String answer = appeal.answer();
        Instant decidedAt = appeal.decidedAt();
        int saved = jdbc.sql(UPDATE)
                .param("id", appeal.id())
                .param("version", appeal.version())
                .param("status", appeal.status().name())
                .param("answer", answer == null ? null : personalData.seal(place(appeal.id(), "answer"), answer))
                .param("decidedAt", decidedAt == null ? null : decidedAt.atOffset(ZoneOffset.UTC))
                .update();
        if (saved == 0) {
            throw new Problem(ProblemKind.CONFLICT, "conflict");
        }
    }

    private Appeal map(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] answer = row.getBytes("answer");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Appeal(
                id,
                row.getLong("version"),
                row.getObject("application_id", UUID.class),
                row.getString("number"),
                row.getString("agency"),
                row.getString("region"),
                row.getString("ground"),
                personalData.open(place(id, "text"), row.getBytes("text")),
                answer == null ? null : personalData.open(place(id, "answer"), answer),
                Appeal.Status.valueOf(row.getString("status")),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("expected_completion_date", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static String place(UUID id, String column) {
        return "appeal|" + id + "|" + column;
    }
}
