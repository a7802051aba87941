package okno.notification.rights.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.platform.rights.Erasing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases everything of one person, no law keeps any of it. It is done once in a life, so no index is kept for it where there is none. */
@Repository
class PersonStock implements Erasing {

    private static final List<String> TABLES = List.of(
            "delivery",
            "digest",
            "reminder",
            "device",
            "preference",
            "preferred_language",
            "daily_rhythm",
            "message_count",
            "notification",
            "mailbox");

    private final JdbcClient jdbc;

    PersonStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> erase(String personId) {
        Map<String, Long> gone = new LinkedHashMap<>();
        for (String table : TABLES) {
            gone.put(table, (long) jdbc.sql("delete from " + table + " where person_id = :person")
                    .param("person", personId)
                    .update());
        }
        return gone;
    }
}
