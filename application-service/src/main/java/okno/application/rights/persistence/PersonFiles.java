package okno.application.rights.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.HistoryEntry;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.persistence.Forms;
import okno.application.casefile.persistence.Histories;
import okno.application.casefile.persistence.Messages;
import okno.application.casefile.persistence.Papers;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.persistence.PersonalDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that lies in the file of one person's applications, and their own documents. */
@Repository
public class PersonFiles {

    private static final String FILE = """
            select p.id, p.state
              from paper p join application a on a.id = p.application_id
             where p.id = :id and a.owner = :owner
            union all
            select id, state from personal_document where id = :id and owner_key = :owner
             limit 1
            """;

    private static final String ACTED = """
            select application_id, step, power_of_attorney_id, status, occurred_at
              from application_history
             where representative = :person
               and (:after::uuid is null or (application_id, step) > (:after::uuid, :step))
             order by application_id, step
             limit :rows
            """;

    private static final String PAPERS = """
            select id from paper
             where application_id = :application and (:after::uuid is null or id > :after)
             order by id
             limit :rows
            """;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Histories histories;
    private final Messages messages;
    private final Papers papers;
    private final PersonalDocuments personalDocuments;

    PersonFiles(
            JdbcClient jdbc,
            Forms forms,
            Histories histories,
            Messages messages,
            Papers papers,
            PersonalDocuments personalDocuments) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.histories = histories;
        this.messages = messages;
        this.papers = papers;
        this.personalDocuments = personalDocuments;
    }

    /** A file of the document store. */
    public record StoredFile(UUID id, boolean rejected) {}

    /** A step that a person took for another, who is not named. */
    public record Acted(UUID applicationId, int step, UUID powerOfAttorneyId, String status, Instant occurredAt) {}

    /** Behind one of them. */
    public List<Acted> acted(String personId, int rows, @Nullable Acted after) {
        return jdbc.sql(ACTED)
                .param("person", personId)
                .param("after", after == null ? null : after.applicationId)
                .param("step", after == null ? 0 : after.step)
                .param("rows", rows)
                .query((row, i) -> new Acted(
                        row.getObject("application_id", UUID.class),
                        row.getInt("step"),
                        row.getObject("power_of_attorney_id", UUID.class),
                        row.getString("status"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public Map<String, Object> form(UUID applicationId) {
        return forms.get(applicationId).fields();
    }

    public List<HistoryEntry> history(UUID applicationId, int limit, int after) {
        return histories.page(applicationId, limit - 1, after);
    }

    public List<Message> messages(UUID applicationId, int limit, @Nullable UUID after) {
        return messages.page(applicationId, limit, after);
    }

    /** Behind a paper, at most so many and one more. */
    public List<Paper> papers(UUID applicationId, int limit, @Nullable UUID after) {
        List<UUID> ids = jdbc.sql(PAPERS)
                .param("application", applicationId)
                .param("after", after)
                .param("rows", limit + 1)
                .query(UUID.class)
                .list();
        return papers.find(ids);
    }

    public List<PersonalDocument> documents(String owner, int limit, @Nullable UUID after) {
        return personalDocuments.page(owner, null, limit, after);
    }

    public Optional<StoredFile> find(String owner, UUID id) {
        return jdbc.sql(FILE)
                .param("id", id)
                .param("owner", owner)
                .query((row, i) -> new StoredFile(
                        row.getObject("id", UUID.class), row.getString("state").equals("REJECTED")))
                .optional();
    }
}
