package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables that keep a partition for each day: makes those to come, and drops those that are over. */
@Repository
public class DayPartitions {

    /** Partitions are named after their day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    // Whoever waits for the parent's lock stops everybody behind it: better to try again in an hour.
    private static final String SHORT_WAIT = "select set_config('lock_timeout', '2s', true)";
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtextextended('webhook.day-partitions', 0))";
    private static final String PARTITIONS = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = cast(:parent as regclass) and c.relname ~ '_[0-9]{8}$'
            """;
    private static final String STRAYS_OF_IDS = """
            delete from event_default where ctid = any (array(
                select ctid from event_default where occurred_at < :before limit :limit))
            """;
    private static final String STRAYS_OF_FEED = """
            delete from audience_event_default where ctid = any (array(
                select a.ctid from audience_event_default a
                where not exists (select from event e where e.id = a.event_id) limit :limit))
            """;
    private static final String STRAYS_OF_TIMES = """
            delete from attempt_default where ctid = any (array(
                select ctid from attempt_default where started_at < :before limit :limit))
            """;
    private static final String OLD_BACKLOG = """
            delete from delivery_pending where ctid = any (array(
                select ctid from delivery_pending where created_at < :before limit :limit))
            """;
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    DayPartitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A table and what its partitions are ranges of. */
    public enum Table {
        EVENT("event", "make_day_of_ids"),
        AUDIENCE_EVENT("audience_event", "make_day_of_ids"),
        ATTEMPT("attempt", "make_day_of_times");

        private final String table;
        private final String maker;

        Table(String table, String maker) {
            this.table = table;
            this.maker = maker;
        }
    }

    /** True when no other process is at it; until the end of the transaction. */
    public boolean lock() {
        jdbc.sql(SHORT_WAIT).query().singleRow();
        return jdbc.sql(ALONE).query(Boolean.class).single();
    }

    public void make(Table table, LocalDate day) {
        jdbc.sql("select %s('%s', cast(:day as date))".formatted(table.maker, table.table))
                .param("day", day.toString())
                .query()
                .singleRow();
    }

    /** Drops the partitions of days before this one; their names. */
    public List<String> dropBefore(Table table, LocalDate day) {
        List<String> over = jdbc.sql(PARTITIONS).param("parent", table.table).query(String.class).list().stream()
                .filter(name -> dayOf(name).isBefore(day))
                .toList();
        over.forEach(name -> jdbc.sql("drop table " + name).update());
        return over;
    }

    /** Removes a batch of what no partition of a day holds, or is older than may be; true when there may be more. */
    public boolean sweep(Instant events, Instant attempts, Instant backlog) {
        return Math.max(
                        Math.max(delete(STRAYS_OF_IDS, events), delete(STRAYS_OF_FEED, events)),
                        Math.max(delete(STRAYS_OF_TIMES, attempts), delete(OLD_BACKLOG, backlog)))
                == BATCH;
    }

    private int delete(String sql, Instant before) {
        return jdbc.sql(sql).param("before", utc(before)).param("limit", BATCH).update();
    }

    private static LocalDate dayOf(String partition) {
        return LocalDate.parse(partition.substring(partition.length() - 8), DAY);
    }
}
