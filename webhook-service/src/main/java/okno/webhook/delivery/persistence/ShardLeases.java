package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.texts;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which process sends for which shard. Times are the database's, which all processes share. */
@Repository
public class ShardLeases {

    public static final int SHARDS = 64;

    private static final String ALIVE = """
            insert into engine_instance (name, alive_until) values (:name, now() + make_interval(secs => :seconds))
            on conflict (name) do update set alive_until = excluded.alive_until
            """;
    private static final String LIVING = "select count(*) from engine_instance where alive_until > now()";
    private static final String GONE =
            "delete from engine_instance where name = :name or alive_until < now() - interval '1 day'";
    // The new epoch shuts out whoever used the name before: a killed predecessor, of which a POST may still be under
    // way.
    private static final String TAKE_BACK = """
            update shard_lease set epoch = epoch + 1, lease_until = now() + make_interval(secs => :seconds)
            where owner = :name returning shard, epoch
            """;
    private static final String RENEW = """
            update shard_lease set lease_until = now() + make_interval(secs => :seconds)
            where owner = :name returning shard, epoch
            """;
    private static final String CLAIM = """
            update shard_lease
            set owner = :name, epoch = epoch + 1, lease_until = now() + make_interval(secs => :seconds)
            where shard in (select shard from shard_lease where owner is null or lease_until < now()
                            order by random() limit :limit for update skip locked)
            returning shard, epoch
            """;
    private static final String RELEASE = """
            update shard_lease set owner = null, lease_until = '-infinity'
            where owner = :name and shard = any (cast(:shards as smallint[]))
            """;

    private final JdbcClient jdbc;

    ShardLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that the process is there; how many there are. */
    public int sayAlive(String name, Duration lease) {
        jdbc.sql(ALIVE).param("name", name).param("seconds", seconds(lease)).update();
        return jdbc.sql(LIVING).query(Integer.class).single();
    }

    /** Says that the process is going. */
    public void sayGone(String name) {
        jdbc.sql(GONE).param("name", name).update();
    }

    /** What a predecessor of this name left; epochs by shard. */
    public Map<Short, Long> takeBack(String name, Duration lease) {
        return epochs(jdbc.sql(TAKE_BACK).param("name", name).param("seconds", seconds(lease)));
    }

    /** Keeps what the process has; epochs by shard. */
    public Map<Short, Long> renew(String name, Duration lease) {
        return epochs(jdbc.sql(RENEW).param("name", name).param("seconds", seconds(lease)));
    }

    /** Takes shards that nobody has; epochs by shard. */
    public Map<Short, Long> claim(String name, int limit, Duration lease) {
        return epochs(jdbc.sql(CLAIM).param("name", name).param("limit", limit).param("seconds", seconds(lease)));
    }

    /** Lets others have them. */
    public void release(String name, Collection<Short> shards) {
        jdbc.sql(RELEASE)
                .param("name", name)
                .param("shards", texts(shards, shard -> shard))
                .update();
    }

    private static Map<Short, Long> epochs(JdbcClient.StatementSpec statement) {
        Map<Short, Long> epochs = new HashMap<>();
        statement.query(row -> {
            epochs.put(row.getShort(1), row.getLong(2));
        });
        return epochs;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
