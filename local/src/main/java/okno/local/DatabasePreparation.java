package okno.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Keycloak;
import okno.local.infra.Postgres;
import okno.local.infra.PreparedDatabase;
import okno.local.machine.Archive;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Startup;
import okno.local.process.ProgramFailed;

/**
 * Makes the database that first starts copy and the AOT cache of Keycloak, with a PostgreSQL and a Keycloak of its own
 * that nobody else sees.
 */
public final class DatabasePreparation {

    private DatabasePreparation() {}

    /** Takes about half a minute; does nothing when it was made before, and waits for another process that makes it. */
    public static void run(Layout layout) throws IOException {
        var prepared = new PreparedDatabase(layout);
        try (FileChannel channel = FileChannel.open(
                        layout.ensure(layout.cache()).resolve("preparing.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !prepared.exists()) {
                make(layout, prepared);
            }
        }
    }

    private static void make(Layout layout, PreparedDatabase prepared) throws IOException {
        var making = new Layout(layout.repository(), layout.cache().resolve("preparing"));
        StackOptions options = StackOptions.usual(making, Ports.free(), Progress.silent())
                .fresh(true)
                .restartingDied(false)
                .infrastructureOnly()
                .startedBy(Startup.TRAINING)
                .without(Set.of(KafkaBroker.NAME));
        try (Stack stack = Stack.start(options)) {
            stack.stop(Keycloak.NAME);
            PreparedDatabase.empty(
                    stack.databaseUrl(Keycloak.DATABASE), Keycloak.DATABASE, stack.databasePassword(Keycloak.DATABASE));
            stack.stop(Postgres.NAME);
            prepared.keep(making.data(Postgres.NAME));
        } catch (SQLException e) {
            throw new ProgramFailed("The prepared database cannot be emptied: " + e.getMessage());
        }
        Archive.deleteTree(making.home());
    }

    /** The same with the lowest priority, in a process that ends with this one; a failure costs speed only. */
    static void runBesides(Layout layout) throws IOException, InterruptedException {
        if (new PreparedDatabase(layout).exists()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(
                "nice",
                "-n",
                "19",
                JavaRuntime.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dokno.root=" + layout.repository(),
                "-cp",
                new JavaRuntime(layout).jars(),
                Okno.class.getName(),
                "prepare",
                "--dir",
                layout.home().toString()));
        Process preparation = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(layout.log("prepare").toFile())
                .start();
        try {
            preparation.waitFor();
        } finally {
            preparation.destroy();
        }
    }
}
