package okno.application.corrective.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.application.corrective.domain.CorrectiveComment;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers remark on corrective actions, sealed: they may write of people. */
@Repository
public class CorrectiveComments {

    private static final String INSERT = """
            insert into corrective_comment (id, action_id, author, text, created_at)
            values (:id, :actionId, :author, :text, :createdAt)
            """;
    private static final String PAGE = """
            select id, action_id, author, text, created_at
              from corrective_comment
             where action_id = :actionId and (:after::uuid is null or id > :after)
             order by id
             limit :limit
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    CorrectiveComments(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    public void insert(CorrectiveComment comment) {
        jdbc.sql(INSERT)
                .param("id", comment.id())
                .param("actionId", comment.actionId())
                .param("author", comment.author())
                .param("text", personalData.seal(place(comment.id()), comment.text()))
                .param("createdAt", comment.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first, one more than the limit. */
    public List<CorrectiveComment> page(UUID actionId, int limit, @Nullable UUID after) {
        return jdbc.sql(PAGE)
                .param("actionId", actionId)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, i) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new CorrectiveComment(
                            id,
                            actionId,
                            row.getString("author"),
                            personalData.open(place(id), row.getBytes("text")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static String place(UUID id) {
        return "corrective_comment|" + id + "|text";
    }
}
