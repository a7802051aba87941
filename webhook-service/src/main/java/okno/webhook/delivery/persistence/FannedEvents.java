package okno.webhook.delivery.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.webhook.delivery.domain.FrozenEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Frozen events, who may hear them, and a delivery for each endpoint that wants to. */
@Repository
public class FannedEvents {

    private static final String INSERT_EVENT = """
            insert into event (id, type, occurred_at, application_id, body, held)
            values (:id, :type, :occurredAt, :applicationId, :body, true)
            on conflict (id) do nothing
            """;
    // Takes the row lock of the application even when nothing is learned: events of one application that come from
    // different topics at the same time wait for each other, so none stays held for ever.
    private static final String LEARN_AGENCY = """
            insert into application_scope (application_id, agency) values (:applicationId, :agency)
            on conflict (application_id)
            do update set agency = coalesce(application_scope.agency, excluded.agency)
            returning agency
            """;
    private static final String RELEASE = """
            with released as (
                update event set held = false where application_id = :applicationId and held
                returning id, occurred_at)
            select id from released order by occurred_at, id
            """;
    private static final String TAKE_POSITIONS = """
            insert into audience (name, last_position) values (:audience, :count)
            on conflict (name) do update set last_position = audience.last_position + excluded.last_position
            returning last_position
            """;
    private static final String PLACE = """
            insert into audience_event (audience, position, event_id) values (:audience, :position, :eventId)
            """;
    private static final String FAN_OUT = """
            insert into delivery (id, endpoint_id, event_id, status, due_at, created_at)
            select uuidv7(), e.id, a.event_id, 'PENDING', :now, :now
            from audience_event a
            join event v on v.id = a.event_id
            join endpoint e on e.audience = a.audience and v.type = any (e.event_types)
                and e.state in ('ACTIVE', 'PAUSED')
            where a.audience = :audience and a.position > :last - :count and a.position <= :last
            order by a.position
            on conflict (endpoint_id, event_id) do nothing
            """;

    private final JdbcClient jdbc;

    FannedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the event; false when it is kept already, as when Kafka repeats it. */
    public boolean insert(FrozenEvent event) {
        return jdbc.sql(INSERT_EVENT)
                        .param("id", event.id())
                        .param("type", event.type())
                        .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("applicationId", event.applicationId())
                        .param("body", event.body())
                        .update()
                > 0;
    }

    /** Remembers the agency the event names, if any, and returns the one that is known for its application. */
    public Optional<String> agencyOf(FrozenEvent event) {
        return jdbc.sql(LEARN_AGENCY)
                .param("applicationId", event.applicationId())
                .param("agency", event.agency())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Events of the application that its agency has not been told yet, the oldest first; it is told them now. */
    public List<UUID> release(UUID applicationId) {
        return jdbc.sql(RELEASE)
                .param("applicationId", applicationId)
                .query(UUID.class)
                .list();
    }

    /** Puts the events into the audience's feed and makes deliveries for its endpoints; the number of deliveries. */
    public int tell(String audience, List<UUID> events, Instant now) {
        if (events.isEmpty()) {
            return 0;
        }
        long last = jdbc.sql(TAKE_POSITIONS)
                .param("audience", audience)
                .param("count", events.size())
                .query(Long.class)
                .single();
        long position = last - events.size();
        for (UUID event : events) {
            jdbc.sql(PLACE)
                    .param("audience", audience)
                    .param("position", ++position)
                    .param("eventId", event)
                    .update();
        }
        return jdbc.sql(FAN_OUT)
                .param("audience", audience)
                .param("last", last)
                .param("count", events.size())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
