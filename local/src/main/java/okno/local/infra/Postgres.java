package okno.local.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Part;
import okno.local.process.ProgramFailed;
import okno.local.process.ProgramSpec;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL with the durability of production: checksums, fsync and synchronous commits are on. */
public final class Postgres implements Part {

    public static final String NAME = "postgres";

    static final String VERSION = "postgres-18.6.0";

    private static final String SUPERUSER = "postgres";

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;
    private final List<String> databases;

    /** @param databases each is created with a role of the same name that owns it */
    public Postgres(Layout layout, Ports ports, Secrets secrets, List<String> databases) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
        this.databases = List.copyOf(databases);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.STORE;
    }

    @Override
    public int port() {
        return ports.of(Port.POSTGRES);
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(ports.of(Port.POSTGRES), database);
    }

    public String password(String role) {
        return secrets.password("postgres/" + role);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        unpack();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            begin();
        }
    }

    private void unpack() throws IOException {
        if (Files.exists(home().resolve("bin/postgres"))) {
            return;
        }
        String archive = archiveName();
        Path unpacking = Files.createTempDirectory(layout.ensure(layout.cache()), "postgres-");
        try (InputStream resource = Postgres.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new ProgramFailed("No PostgreSQL binaries for this machine (%s)".formatted(archive));
            }
            Archive.unpackTar(new XZInputStream(resource), unpacking, 0);
        }
        RunAs.makeReadable(unpacking);
        Files.move(unpacking, home());
    }

    private static String archiveName() {
        boolean arm = System.getProperty("os.arch").contains("aarch64");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        return "/postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    /** From the prepared database where there is one. Complete or not at all: the directory gets its name at the end. */
    private void begin() throws IOException, InterruptedException {
        Path beginning = layout.data(NAME + ".new");
        Archive.deleteTree(beginning);
        var prepared = new PreparedDatabase(layout);
        if (prepared.exists()) {
            layout.ensure(layout.home().resolve("data"));
            prepared.copyTo(beginning);
            setPasswords(beginning);
        } else {
            initialise(beginning);
        }
        Archive.deleteTree(data());
        Files.move(beginning, data());
    }

    /** In single-user mode, where nobody is asked for the password that is not known. */
    private void setPasswords(Path data) throws IOException, InterruptedException {
        List<String> command =
                List.of(home().resolve("bin/postgres").toString(), "--single", "-D", data.toString(), SUPERUSER);
        Path log = layout.ensure(layout.home().resolve("logs")).resolve("passwords.log");
        Process process = new ProcessBuilder(RunAs.unprivileged(command, layout.home(), data))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (Writer statements = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String role :
                    Stream.concat(Stream.of(SUPERUSER), databases.stream()).toList()) {
                statements.write("alter role %s password '%s'%n".formatted(role, password(role)));
            }
        }
        if (process.waitFor() != 0) {
            throw new ProgramFailed("The prepared database cannot be opened, see " + log);
        }
    }

    private void initialise(Path data) throws IOException, InterruptedException {
        layout.ensure(data);
        // A copy, because the user who runs this has no way into the secrets.
        Path passwordFile = Files.writeString(
                Files.createTempFile(layout.home().resolve("data"), "superuser", ""), password(SUPERUSER));
        List<String> command = new ArrayList<>(List.of(
                home().resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Process process = new ProcessBuilder(RunAs.unprivileged(command, layout.home(), data, passwordFile))
                .redirectErrorStream(true)
                .redirectOutput(layout.ensure(layout.home().resolve("logs"))
                        .resolve("initdb.log")
                        .toFile())
                .start();
        int code = process.waitFor();
        Files.delete(passwordFile);
        if (code != 0) {
            throw new ProgramFailed("initdb failed, see " + layout.home().resolve("logs/initdb.log"));
        }
    }

    @Override
    public ProgramSpec spec() throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home().resolve("bin/postgres").toString(), "-D", data().toString()));
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return ProgramSpec.of(
                        NAME,
                        RunAs.unprivileged(command, layout.home(), data()),
                        Map.of("LC_ALL", "C"),
                        layout.log(NAME))
                .readyWhen(this::answers)
                .stoppedBy(ProgramSpec.Signal.INT)
                // After a kill -9 the lock file names a process that the kernel may not have buried yet.
                .startedAtMost(5);
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", Integer.toString(ports.of(Port.POSTGRES))),
                Map.entry("listen_addresses", "localhost"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("fsync", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("max_wal_size", "512MB"),
                // A transaction that nobody ends would hold back vacuum and the outbox.
                Map.entry("idle_in_transaction_session_timeout", "60s"),
                Map.entry("max_parallel_workers_per_gather", "0"),
                Map.entry("jit", "off"),
                Map.entry("log_line_prefix", "%m %a "));
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(SUPERUSER) + "?connectTimeout=1", SUPERUSER, password(SUPERUSER));
    }

    /** Creates missing roles and databases. */
    @Override
    public void onReady() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String database : databases) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", database)) {
                    statement.execute("create role %s login password '%s'".formatted(database, password(database)));
                }
                if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                    statement.execute("create database %1$s owner %1$s".formatted(database));
                    statement.execute("revoke connect on database %s from public".formatted(database));
                }
            }
        } catch (SQLException e) {
            throw new ProgramFailed("PostgreSQL refuses to create databases: " + e.getMessage());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Path home() {
        return layout.cache().resolve(VERSION);
    }

    private Path data() {
        return layout.data(NAME);
    }
}
