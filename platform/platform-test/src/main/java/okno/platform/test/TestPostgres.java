package okno.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server of this JVM's tests. */
final class TestPostgres {

    private final Function<String, TestDatabase> databases;

    private TestPostgres(Function<String, TestDatabase> databases) {
        this.databases = databases;
    }

    static TestPostgres start() {
        return StackKind.chosen() == StackKind.CONTAINERS ? container() : embedded();
    }

    TestDatabase database(String name) {
        return databases.apply(name);
    }

    private static TestPostgres embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .start();
            AtExit.close(() -> close(server));
            return new TestPostgres(
                    name -> new TestDatabase(name, server.getJdbcUrl("postgres", name), "postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestPostgres container() {
        var server = new PostgreSQLContainer("postgres:18-alpine")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        server.start();
        return new TestPostgres(name -> new TestDatabase(
                name,
                "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), server.getMappedPort(5432), name),
                server.getUsername(),
                server.getPassword()));
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
