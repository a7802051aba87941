package okno.notification.notice.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import okno.notification.notice.NewNotice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Adds notifications, each at the next position of its person's mailbox. */
@Repository
public class Notices {

    /** In the order of persons, so that two batches wait for each other and never in a circle. */
    private static final String NEXT_POSITIONS = """
            insert into mailbox (person_id, last_position)
            select r.person_id, r.added from unnest(cast(:persons as text[]), cast(:counts as bigint[]))
                as r (person_id, added)
            order by r.person_id
            on conflict (person_id) do update set last_position = mailbox.last_position + excluded.last_position
            returning person_id, last_position
            """;

    private static final String INSERT = """
            insert into notification (person_id, position, id, event_id, event_type, template, params, occurred_at, created_at)
            select r.person_id, r.position, r.id, r.event_id, r.event_type, r.template, r.params, r.occurred_at, :createdAt
            from unnest(cast(:persons as text[]), cast(:positions as bigint[]), cast(:ids as uuid[]),
                        cast(:eventIds as uuid[]), cast(:eventTypes as text[]), cast(:templates as text[]),
                        cast(:params as jsonb[]), cast(:occurredAts as timestamptz[]))
                 as r (person_id, position, id, event_id, event_type, template, params, occurred_at)
            on conflict (person_id, event_id) do nothing
            returning id
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the notices that are new: the person had none of the event. */
    public List<NewNotice> add(List<NewNotice> notices, Instant now) {
        Map<String, Long> next = firstPositions(notices);
        Long[] positions = notices.stream()
                .map(notice -> next.merge(notice.command().personId(), 1L, Long::sum) - 1)
                .toArray(Long[]::new);
        Set<UUID> added = new HashSet<>(jdbc.sql(INSERT)
                .param("persons", column(notices, notice -> notice.command().personId()))
                .param("positions", positions)
                .param("ids", column(notices, notice -> notice.id().toString()))
                .param(
                        "eventIds",
                        column(notices, notice -> notice.command().eventId().toString()))
                .param(
                        "eventTypes",
                        column(notices, notice -> notice.command().eventType().type()))
                .param("templates", column(notices, notice -> notice.command().template()))
                .param(
                        "params",
                        column(
                                notices,
                                notice ->
                                        JSON.writeValueAsString(notice.command().params())))
                .param(
                        "occurredAts",
                        column(notices, notice -> notice.command().occurredAt().toString()))
                .param("createdAt", now.atOffset(UTC))
                .query(UUID.class)
                .list());
        return notices.stream().filter(notice -> added.contains(notice.id())).toList();
    }

    private Map<String, Long> firstPositions(List<NewNotice> notices) {
        Map<String, Long> counts = new TreeMap<>();
        notices.forEach(notice -> counts.merge(notice.command().personId(), 1L, Long::sum));
        Map<String, Long> first = new HashMap<>();
        jdbc.sql(NEXT_POSITIONS)
                .param("persons", counts.keySet().toArray(String[]::new))
                .param("counts", counts.values().toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getString("person_id"), row.getLong("last_position")))
                .list()
                .forEach(
                        last -> first.put(last.getKey(), last.getValue() - counts.getOrDefault(last.getKey(), 0L) + 1));
        return first;
    }

    private static String[] column(List<NewNotice> notices, Function<NewNotice, String> value) {
        return notices.stream().map(value).toArray(String[]::new);
    }
}
