package okno.notification.notice.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.UUID;
import okno.notification.notice.NotifyPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Adds notifications, each at the next position of its person's mailbox. */
@Repository
public class Notices {

    private static final String NEXT_POSITION = """
            insert into mailbox (person_id, last_position) values (:personId, 1)
            on conflict (person_id) do update set last_position = mailbox.last_position + 1
            returning last_position
            """;

    private static final String INSERT = """
            insert into notification (person_id, position, id, event_id, event_type, template, params, occurred_at, created_at)
            values (:personId, :position, :id, :eventId, :eventType, :template, cast(:params as jsonb), :occurredAt,
                    :createdAt)
            on conflict (person_id, event_id) do nothing
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the person has a notification of this event. */
    public boolean add(UUID id, NotifyPerson.Command notice, Instant now) {
        long position = jdbc.sql(NEXT_POSITION)
                .param("personId", notice.personId())
                .query(Long.class)
                .single();
        return jdbc.sql(INSERT)
                        .param("personId", notice.personId())
                        .param("position", position)
                        .param("id", id)
                        .param("eventId", notice.eventId())
                        .param("eventType", notice.eventType().type())
                        .param("template", notice.template())
                        .param("params", JSON.writeValueAsString(notice.params()))
                        .param("occurredAt", notice.occurredAt().atOffset(UTC))
                        .param("createdAt", now.atOffset(UTC))
                        .update()
                == 1;
    }
}
