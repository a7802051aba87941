package okno.webhook.endpoint.persistence;

import java.time.LocalDate;
import okno.webhook.endpoint.domain.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many tests and challenges an owner has asked for today; one row per owner, so nothing grows. */
@Repository
public class OwnMessageCounts {

    private static final String COUNT = """
            insert into own_message_count (owner, day, messages) values (:owner, :day, 1)
            on conflict (owner) do update
            set messages = case when own_message_count.day = excluded.day then own_message_count.messages + 1 else 1 end,
                day = excluded.day
            returning messages
            """;

    private final JdbcClient jdbc;

    OwnMessageCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more, and says how many there are now. */
    public int increment(Owner owner, LocalDate day) {
        return jdbc.sql(COUNT)
                .param("owner", owner.key())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
