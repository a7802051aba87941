package okno.application.casefile.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Side;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The correspondence of each application; sealed. */
@Repository
public class Messages {

    private static final String INSERT = """
            insert into application_message (id, application_id, side, kind, text, created_at)
            values (:id, :applicationId, :side, :kind, :text, :createdAt)
            """;
    private static final String PAGE = """
            select id, side, kind, text, created_at
              from application_message
             where application_id = :applicationId and (:after::uuid is null or id > :after)
             order by id
             limit :limit
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    Messages(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    public void insert(Message message) {
        jdbc.sql(INSERT)
                .param("id", message.id())
                .param("applicationId", message.applicationId())
                .param("side", message.side().name())
                .param("kind", message.kind().name())
                .param("text", personalData.seal(place(message.id()), message.text()))
                .param("createdAt", message.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first, one more than the limit. */
    public List<Message> page(UUID applicationId, int limit, @Nullable UUID after) {
        return jdbc.sql(PAGE)
                .param("applicationId", applicationId)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, i) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Message(
                            id,
                            applicationId,
                            Side.valueOf(row.getString("side")),
                            Message.Kind.valueOf(row.getString("kind")),
                            personalData.open(place(id), row.getBytes("text")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static String place(UUID id) {
        return "application_message|" + id + "|text";
    }
}
