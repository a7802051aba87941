package okno.application.casefile.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.PaperFormat;
import okno.application.casefile.domain.Side;
import okno.application.vault.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies with each application; the contents are in the document store. */
@Repository
public class Papers {

    private static final String INSERT = """
            insert into paper (id, application_id, side, kind, file_name, format, size, sha256, sent_sha256, state,
                               created_at)
            values (:id, :applicationId, :side, :kind, :fileName, :format, :size, :sha256, :sentSha256, :state,
                    :createdAt)
            """;
    private static final String SELECT = """
            select id, application_id, side, kind, file_name, format, size, sha256, sent_sha256, state, created_at from paper
            """;
    private static final String OF_APPLICATION = SELECT + "where application_id = :applicationId order by id limit 200";
    private static final String BY_IDS = SELECT + "where id = any(:ids) order by id";
    private static final String ONE = SELECT + "where id = :id and application_id = :applicationId and side = :side";
    private static final String LOCK_APPLICATION = """
            select id from application where id = (select application_id from paper where id = :id) for update
            """;
    private static final String LOCK = "select id from paper where id = :id for update";
    private static final String CLEAN = "update paper set state = 'CLEAN' where id = :id";
    private static final String REJECT = """
            update paper
               set state = 'REJECTED', found = :found
             where id = :id
            returning id, application_id, side, kind, file_name, format, size, sha256, sent_sha256, state, created_at
            """;
    private static final String DELETE = "delete from paper where id = :id";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    Papers(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    public void insert(Paper paper) {
        jdbc.sql(INSERT)
                .param("id", paper.id())
                .param("applicationId", paper.applicationId())
                .param("side", paper.side().name())
                .param("kind", paper.kind())
                .param("fileName", personalData.seal(place(paper.id()), paper.fileName()))
                .param("format", paper.format().name())
                .param("size", paper.size())
                .param("sha256", paper.sha256())
                .param("sentSha256", paper.sentSha256())
                .param("state", paper.state().name())
                .param("createdAt", paper.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Paper> of(UUID applicationId) {
        return jdbc.sql(OF_APPLICATION)
                .param("applicationId", applicationId)
                .query(this::map)
                .list();
    }

    /** In the order in which they came. */
    public List<Paper> find(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::map)
                .list();
    }

    public Optional<Paper> find(UUID applicationId, Side side, UUID id) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("applicationId", applicationId)
                .param("side", side.name())
                .query(this::map)
                .optional();
    }

    /** First the application, then the file, as whoever removes them does. */
    public void lock(UUID id) {
        for (String statement : List.of(LOCK_APPLICATION, LOCK)) {
            jdbc.sql(statement).param("id", id).query().listOfRows();
        }
    }

    public void clean(UUID id) {
        jdbc.sql(CLEAN).param("id", id).update();
    }

    /** Into quarantine, with the name of the malware; empty when there is no such file any more. */
    public Optional<Paper> reject(UUID id, String found) {
        return jdbc.sql(REJECT)
                .param("id", id)
                .param("found", found)
                .query(this::map)
                .optional();
    }

    public void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    private Paper map(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Paper(
                id,
                row.getObject("application_id", UUID.class),
                Side.valueOf(row.getString("side")),
                row.getString("kind"),
                personalData.open(place(id), row.getBytes("file_name")),
                PaperFormat.valueOf(row.getString("format")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("sent_sha256"),
                Paper.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String place(UUID id) {
        return "paper|" + id + "|file_name";
    }
}
