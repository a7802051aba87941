package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.texts;
import static okno.webhook.delivery.persistence.Columns.utc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.webhook.delivery.domain.FrozenEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Frozen events, who may hear them, and a delivery for each endpoint that wants to; a whole batch by each statement. Rows
 * are locked in the order of their keys, applications before events before audiences, so that two batches never wait for
 * each other.
 */
@Repository
public class FannedEvents {

    // The driver sends arrays of text, hence the casts.
    private static final String INSERT_EVENTS = """
            insert into event (id, type, occurred_at, application_id, body, held)
            select id::uuid, type, occurred_at::timestamptz, application_id::uuid, body, held::boolean
            from unnest(:ids, :types, :times, :applications, cast(:bodies as bytea[]), :held)
                as batch (id, type, occurred_at, application_id, body, held)
            order by 1
            on conflict (id) do nothing
            returning id
            """;
    private static final String RELEASE = """
            with released as (
                update event set held = false where application_id = any (cast(:applications as uuid[])) and held
                returning id, type, occurred_at, application_id)
            select id, type, application_id from released order by occurred_at, id
            """;
    private static final String TAKE_POSITIONS = """
            insert into audience (name, last_position)
            select name, count::bigint from unnest(:names, :counts) as batch (name, count) order by name
            on conflict (name) do update set last_position = audience.last_position + excluded.last_position
            returning name, last_position
            """;
    // Filters are read here, with the endpoint: a change of them holds for the next event.
    private static final String TELL = """
            with told as (
                select audience, position::bigint, event_id::uuid, type, subject::uuid, service
                from unnest(:audiences, :positions, :events, :types, :subjects, :services)
                    as batch (audience, position, event_id, type, subject, service)
            ), placed as (
                insert into audience_event (audience, position, event_id)
                select audience, position, event_id from told
            ), made as (
                insert into delivery_pending (endpoint_id, id, event_id, subject, due_at, created_at)
                select e.id, delivery_id(e.id, t.position), t.event_id, t.subject, :now, :now
                from told t
                join endpoint e on e.audience = t.audience and e.state in ('ACTIVE', 'PAUSED')
                    and t.type = any (e.event_types)
                    and (e.services = '{}' or t.service = any (e.services))
                    and (e.subjects = '{}' or t.subject = any (e.subjects))
                order by e.id, t.position
                returning endpoint_id, id, event_id)
            select m.endpoint_id, m.id, m.event_id, e.changed_at
            from made m join endpoint e on e.id = m.endpoint_id
            order by m.endpoint_id, m.id
            """;

    private final JdbcClient jdbc;

    FannedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event for an audience, with what filters look at.
     *
     * @param service code of the service; null when nobody has said it yet
     */
    public record ToldEvent(
            UUID id,
            String type,
            UUID applicationId,
            @Nullable String service) {}

    /** Keeps the events that are not kept yet and returns their ids; Kafka may have repeated the others. */
    public Set<UUID> insert(List<FrozenEvent> events, Set<UUID> held) {
        return new HashSet<>(jdbc.sql(INSERT_EVENTS)
                .param("ids", texts(events, FrozenEvent::id))
                .param("types", texts(events, FrozenEvent::type))
                .param("times", texts(events, FrozenEvent::occurredAt))
                .param("applications", texts(events, FrozenEvent::applicationId))
                .param("bodies", events.stream().map(FrozenEvent::body).toArray(byte[][]::new))
                .param("held", texts(events, event -> held.contains(event.id())))
                .query(UUID.class)
                .list());
    }

    /** Events of the applications that their agency has not been told yet, the oldest first; it is told them now. */
    public List<ToldEvent> release(Collection<UUID> applications, Map<UUID, @Nullable String> services) {
        return jdbc.sql(RELEASE)
                .param("applications", texts(applications, id -> id))
                .query((row, number) -> {
                    UUID application = row.getObject(3, UUID.class);
                    return new ToldEvent(
                            row.getObject(1, UUID.class), row.getString(2), application, services.get(application));
                })
                .list();
    }

    /**
     * A delivery just made.
     *
     * @param endpointChangedAt when the endpoint was changed last, as its filters were read
     */
    public record MadeDelivery(UUID endpointId, UUID id, UUID eventId, Instant endpointChangedAt) {}

    /** Puts events into the feeds of audiences, in this order, and makes deliveries, each endpoint's in order. */
    public List<MadeDelivery> tell(Map<String, List<ToldEvent>> byAudience, Instant now) {
        if (byAudience.isEmpty()) {
            return List.of();
        }
        Map<String, Long> last = takePositions(byAudience);
        List<Place> places = new ArrayList<>();
        byAudience.forEach((audience, events) -> {
            long position = last.getOrDefault(audience, 0L) - events.size();
            for (ToldEvent event : events) {
                places.add(new Place(audience, ++position, event));
            }
        });
        return jdbc.sql(TELL)
                .param("audiences", texts(places, Place::audience))
                .param("positions", texts(places, Place::position))
                .param("events", texts(places, place -> place.event().id()))
                .param("types", texts(places, place -> place.event().type()))
                .param("subjects", texts(places, place -> place.event().applicationId()))
                .param("services", texts(places, place -> place.event().service()))
                .param("now", utc(now))
                .query((row, number) -> new MadeDelivery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private record Place(String audience, long position, ToldEvent event) {}

    private Map<String, Long> takePositions(Map<String, List<ToldEvent>> byAudience) {
        Map<String, Long> last = new HashMap<>();
        jdbc.sql(TAKE_POSITIONS)
                .param("names", texts(byAudience.keySet(), name -> name))
                .param("counts", texts(byAudience.values(), List::size))
                .query(row -> {
                    last.put(row.getString(1), row.getLong(2));
                });
        return last;
    }
}
