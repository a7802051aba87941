package okno.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import okno.local.machine.Archive;
import okno.local.machine.Fingerprint;
import okno.local.machine.Layout;

/**
 * A data directory of PostgreSQL that a first start copies: initialised, with every role and database, and with
 * Keycloak's tables, whose migrations take most of a first start. The tables are empty and a copy gets passwords of its
 * own, so stacks share no secret.
 */
public final class PreparedDatabase {

    /** What Keycloak has migrated, in the words of Liquibase; the rest of its tables holds keys and people. */
    private static final String OTHER_TABLES = """
            select string_agg(format('%I', tablename), ', ') from pg_tables
            where schemaname = 'public' and tablename not in ('databasechangelog', 'databasechangeloglock')""";

    private final Layout layout;

    public PreparedDatabase(Layout layout) {
        this.layout = layout;
    }

    public boolean exists() {
        return Files.exists(directory());
    }

    void copyTo(Path target) throws IOException {
        Archive.copyTree(directory(), target);
    }

    /** Empties the tables of a Keycloak that has just been stopped, so that its next start founds itself anew. */
    public static void empty(String url, String role, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, password);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(OTHER_TABLES)) {
            tables.next();
            String names = tables.getString(1);
            statement.execute("truncate table " + names);
        }
    }

    /**
     * Takes over the data of a PostgreSQL that was shut down in an orderly way, and what its Keycloak recorded of its
     * start; older data is deleted.
     */
    public void keep(Path data) throws IOException {
        new KeycloakDistribution(layout).keepRecording();
        List<Path> old = new ArrayList<>();
        try (var all = Files.newDirectoryStream(layout.cache(), "database-*")) {
            all.forEach(old::add);
        }
        for (Path directory : old) {
            Archive.deleteTree(directory);
        }
        Files.move(data, directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path directory() {
        String keycloak = new KeycloakDistribution(layout).home().getFileName().toString();
        // The recording that comes with it is good for one Java only.
        String java = System.getProperty("java.vm.version");
        return layout.cache().resolve("database-" + Fingerprint.of(List.of(Postgres.VERSION, keycloak, java)));
    }
}
