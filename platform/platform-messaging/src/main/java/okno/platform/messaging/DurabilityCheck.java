package okno.platform.messaging;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start on a PostgreSQL that may forget a commit after a crash: everything that is promised about events
 * rests on commits.
 */
final class DurabilityCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);
    private static final String SWITCHED_OFF = """
            select name from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
            order by name
            """;

    private final JdbcClient jdbc;
    private final boolean required;

    DurabilityCheck(JdbcClient jdbc, boolean required) {
        this.jdbc = jdbc;
        this.required = required;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> off = jdbc.sql(SWITCHED_OFF).query(String.class).list();
        if (off.isEmpty()) {
            return;
        }
        if (required) {
            throw new IllegalStateException("PostgreSQL may lose commits, switched off: " + off
                    + "; okno.messaging.require-durable-database=false accepts that");
        }
        LOG.info("PostgreSQL may lose commits, switched off: {}", off);
    }
}
