package okno.platform.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * One PostgreSQL and one Kafka for all tests of a JVM, each started when first asked for.
 *
 * <p>{@code -Dokno.test.stack=embedded|containers|auto}: processes of this machine, Testcontainers, or (the default)
 * containers where a Docker engine answers and processes elsewhere.
 *
 * <p>A repository test without Spring:
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestStack.database();
 * final Charges charges = new Charges(DATABASE.jdbc());
 * }</pre>
 */
public final class TestStack {

    private static final List<String> MIGRATIONS = List.of("classpath:db/platform", "classpath:db/migration");
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestStack() {}

    /** A new database with all migrations of the service under test. */
    public static TestDatabase database() {
        return database(MIGRATIONS);
    }

    /**
     * A new database with the migrations of these Flyway locations; none makes an empty one. Migrations run once per set
     * of locations, every further database is a copy.
     */
    public static TestDatabase database(List<String> locations) {
        String template = TEMPLATES.computeIfAbsent(List.copyOf(locations), TestStack::migrated);
        return create("test_" + COUNT.incrementAndGet(), template);
    }

    /** Bootstrap servers of the broker. Topics are never created by use: a test creates what its service would. */
    public static String kafka() {
        return KafkaHolder.SERVER.bootstrapServers();
    }

    private static String migrated(List<String> locations) {
        TestDatabase database = create("template_" + COUNT.incrementAndGet(), "template1");
        if (!locations.isEmpty()) {
            Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations(locations.toArray(String[]::new))
                    .load()
                    .migrate();
        }
        return database.name();
    }

    private static TestDatabase create(String name, String template) {
        TestDatabase administration = PostgresHolder.SERVER.database("postgres");
        administration
                .jdbc()
                .sql("create database %s template %s".formatted(name, template))
                .update();
        return PostgresHolder.SERVER.database(name);
    }

    private static final class PostgresHolder {
        static final TestPostgres SERVER = TestPostgres.start();
    }

    private static final class KafkaHolder {
        static final TestKafka SERVER = TestKafka.start();
    }
}
