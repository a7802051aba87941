package okno.application.rights.persistence;

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
