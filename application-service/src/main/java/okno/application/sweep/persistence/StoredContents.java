package okno.application.sweep.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contents of the document store belong to a row, and how far the change of the key has come. */
@Repository
public class StoredContents {

    private static final String KNOWN = """
            select id from paper where id = any(:ids)
            union all select id from personal_document where id = any(:ids)
            union all select document_id from upload_piece where document_id = any(:ids)
            """;
    private static final String IS_REWRAPPED = "select count(*) from document_key where name = :name";
    private static final String REWRAPPED = """
            insert into document_key (name, rewrapped_at) values (:name, :now) on conflict do nothing
            """;

    private final JdbcClient jdbc;

    StoredContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that no row knows. */
    public Set<UUID> orphans(List<UUID> ids) {
        Set<UUID> orphans = new HashSet<>(ids);
        jdbc.sql(KNOWN)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(orphans::remove);
        return orphans;
    }

    /** Whether all contents are sealed by this key. */
    public boolean isRewrapped(String key) {
        return jdbc.sql(IS_REWRAPPED).param("name", key).query(Integer.class).single() > 0;
    }

    public void rewrapped(String key, Instant now) {
        jdbc.sql(REWRAPPED)
                .param("name", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
