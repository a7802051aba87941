package okno.identity.journal.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import okno.identity.journal.JournalEntry;
import okno.identity.journal.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only table of the journal. */
@Repository
public class Journal {

    // One statement for a batch, whatever its size; the order of the arrays is the order of the journal. The driver
    // sends arrays of text only, hence the casts.
    private static final String APPEND = """
            insert into audit_entry (event_id, occurred_at, received_at, source, actor_id, actor_kind, org_id, action,
                                     object_type, object_id, person_id, basis, result, trace_id, entry_hash,
                                     leaf_index)
            select event_id::uuid, occurred_at::timestamptz, :received_at, source, actor_id, actor_kind, org_id::uuid,
                   action, object_type, object_id, person_id, basis, result, trace_id, decode(entry_hash, 'hex'),
                   :first + place - 1
            from unnest(:event_ids, :times, :sources, :actors, :kinds, :orgs, :actions, :types, :objects, :persons,
                        :bases, :results, :traces, :hashes)
                 with ordinality
                 as batch (event_id, occurred_at, source, actor_id, actor_kind, org_id, action, object_type, object_id,
                           person_id, basis, result, trace_id, entry_hash, place)
            order by place
            """;

    // One look into the primary key of one partition for each entry, whatever the planner believes of a table that was
    // small when the statement was prepared.
    private static final String KNOWN = """
            select known.event_id, known.occurred_at
            from unnest(:event_ids, :times) as batch (event_id, occurred_at)
                 cross join lateral (select event_id, occurred_at
                                     from audit_entry
                                     where event_id = batch.event_id::uuid
                                       and occurred_at = batch.occurred_at::timestamptz
                                     limit 1) known
            """;

    private static final String COLUMNS = """
            select sequence, leaf_index, event_id, occurred_at, source, actor_id, actor_kind, org_id, action, object_type,
                   object_id, person_id, basis, result, trace_id, entry_hash
            from audit_entry
            """;

    private static final String DEEDS =
            COLUMNS + "where actor_id = :person and sequence < :before order by sequence desc limit :rows";

    private static final String ACCESSES = COLUMNS + """
            where person_id = :person and actor_id <> :person and sequence < :before
            order by sequence desc limit :rows
            """;

    // The month is one partition, so this walks along its index.
    private static final String MONTH = COLUMNS + """
            where occurred_at >= :from and occurred_at < :to and leaf_index > :after
            order by leaf_index limit :rows
            """;

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the batch that are not in the journal, each once. True only while the tree is locked. */
    public List<NewEntry> unknownOf(List<NewEntry> entries) {
        Map<EntryKey, NewEntry> unknown = new LinkedHashMap<>();
        entries.forEach(entry -> unknown.putIfAbsent(new EntryKey(entry.eventId(), entry.occurredAt()), entry));
        jdbc.sql(KNOWN)
                .param("event_ids", texts(entries, NewEntry::eventId))
                .param("times", texts(entries, NewEntry::occurredAt))
                .query((rs, row) -> new EntryKey(
                        rs.getObject("event_id", UUID.class),
                        rs.getObject("occurred_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(unknown::remove);
        return List.copyOf(unknown.values());
    }

    private record EntryKey(UUID eventId, Instant occurredAt) {}

    /** Appends the entries as the leaves from this one on. */
    public void append(List<NewEntry> entries, long firstLeaf, Instant receivedAt) {
        jdbc.sql(APPEND)
                .param("first", firstLeaf)
                .param("received_at", utc(receivedAt))
                .param("event_ids", texts(entries, NewEntry::eventId))
                .param("times", texts(entries, NewEntry::occurredAt))
                .param("sources", texts(entries, NewEntry::source))
                .param("actors", texts(entries, entry -> entry.recorded().actorId()))
                .param("kinds", texts(entries, entry -> entry.recorded().actorKind()))
                .param("orgs", texts(entries, entry -> entry.recorded().orgId()))
                .param("actions", texts(entries, entry -> entry.recorded().action()))
                .param("types", texts(entries, entry -> entry.recorded().objectType()))
                .param("objects", texts(entries, entry -> entry.recorded().objectId()))
                .param("persons", texts(entries, entry -> entry.recorded().personId()))
                .param("bases", texts(entries, entry -> entry.recorded().basis()))
                .param("results", texts(entries, entry -> entry.recorded().result()))
                .param("traces", texts(entries, entry -> entry.recorded().traceId()))
                .param("hashes", texts(entries, entry -> HexFormat.of().formatHex(entry.hash())))
                .update();
    }

    public List<JournalEntry> deedsOf(String personId, long before, int rows) {
        return page(DEEDS, personId, before, rows);
    }

    public List<JournalEntry> accessesTo(String personId, long before, int rows) {
        return page(ACCESSES, personId, before, rows);
    }

    /** Entries of a month behind this leaf, in the order of the journal. */
    public List<JournalEntry> ofMonth(YearMonth month, long afterLeaf, int rows) {
        return jdbc.sql(MONTH)
                .param("from", utc(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("to", utc(month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("after", afterLeaf)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** The entry of an event: what its service gave it as id. */
    public Optional<JournalEntry> find(UUID eventId) {
        return jdbc.sql(COLUMNS + "where event_id = :event limit 1")
                .param("event", eventId)
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** Makes the partition of a month, unless it is there. */
    public void ensurePartition(YearMonth month) {
        String table = "audit_entry_%d_%02d".formatted(month.getYear(), month.getMonthValue());
        jdbc.sql("create table if not exists %s partition of audit_entry for values from ('%s-01Z') to ('%s-01Z')"
                        .formatted(table, month, month.plusMonths(1)))
                .update();
    }

    private List<JournalEntry> page(String sql, String personId, long before, int rows) {
        return jdbc.sql(sql)
                .param("person", personId)
                .param("before", before)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    private static JournalEntry read(ResultSet rs) throws SQLException {
        return new JournalEntry(
                rs.getLong("sequence"),
                rs.getLong("leaf_index"),
                rs.getObject("event_id", UUID.class),
                rs.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                rs.getString("source"),
                rs.getString("actor_id"),
                rs.getString("actor_kind"),
                rs.getObject("org_id", UUID.class),
                rs.getString("action"),
                rs.getString("object_type"),
                rs.getString("object_id"),
                rs.getString("person_id"),
                rs.getString("basis"),
                rs.getString("result"),
                rs.getString("trace_id"),
                HexFormat.of().formatHex(rs.getBytes("entry_hash")));
    }

    private static @Nullable String[] texts(List<NewEntry> entries, Function<NewEntry, @Nullable Object> field) {
        return entries.stream()
                .map(field)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
