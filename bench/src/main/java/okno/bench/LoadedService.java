package okno.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okno.bench.population.Loader;
import okno.bench.population.Population;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.process.Program;

/**
 * application-service on a database with a million applications. What is loaded is kept under {@code
 * .okno/bench/applications/loaded} for the day, and each run works on a copy.
 */
final class LoadedService implements AutoCloseable {

    static final String TOPIC = "okno.application.application.v1";
    static final String DATABASE = "okno_application";
    private static final String SERVICE = "application-service";

    final EventStack stack;
    final Issuer issuer;
    final Outside outside;
    final Program program;
    final String url;

    private LoadedService(EventStack stack) throws Exception {
        this.stack = stack;
        issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK));
        outside = Outside.start();
        program = start(stack, issuer, outside);
        url = "http://localhost:" + stack.ports.of(Port.APPLICATION) + "/api/v1";
    }

    static LoadedService start(Layout usual, Report report, String suite) throws Exception {
        Path home = usual.home().resolve("bench/applications");
        var loaded = new Layout(usual.repository(), home.resolve("loaded"));
        Population population = Population.usual(LocalDate.now(ZoneOffset.UTC));
        Path mark = loaded.home().resolve("complete");
        String wanted = "%d %s %d".formatted(Population.FORMAT, population.day(), population.applications());
        if (!Files.exists(mark) || !Files.readString(mark).equals(wanted)) {
            Archive.deleteTree(loaded.home());
            load(loaded, population, report, suite);
            Files.writeString(mark, wanted);
        }
        report.add(suite, "applications", population.applications(), "", population.people() + " people");
        var copy = new Layout(usual.repository(), home.resolve("run"));
        Archive.deleteTree(copy.home());
        copy.ensure(copy.home().resolve("data"));
        Archive.copyTree(loaded.secrets(), copy.secrets());
        Archive.copyTree(loaded.data("postgres"), copy.data("postgres"));
        // The copy is on the disk before anybody measures what else is written to it.
        new ProcessBuilder("sync").start().waitFor();
        return new LoadedService(EventStack.on(copy, TOPIC, DATABASE));
    }

    private static void load(Layout layout, Population population, Report report, String suite) throws Exception {
        long begun = System.nanoTime();
        try (EventStack stack = EventStack.on(layout, TOPIC, DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK));
                Outside outside = Outside.start()) {
            // Its migrations make the tables, its start publishes the services.
            start(stack, issuer, outside).stop();
            List<Long> rows = fill(stack, population);
            double seconds = (System.nanoTime() - begun) / 1e9;
            report.add(suite, "loaded", seconds, "s", "rows of application, form, history, paper, watch: " + rows);
        }
    }

    private static List<Long> fill(EventStack stack, Population population)
            throws SQLException, IOException, GeneralSecurityException {
        return loader(stack, population).load();
    }

    private static Loader loader(EventStack stack, Population population) throws IOException, GeneralSecurityException {
        return new Loader(
                population,
                stack.database.url(DATABASE),
                "postgres",
                stack.database.password("postgres"),
                stack.secrets.dataKeysetFile(SERVICE));
    }

    /** For more of the same. */
    Loader loader() throws IOException, GeneralSecurityException {
        return loader(stack, Population.usual(LocalDate.now(ZoneOffset.UTC)));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.database.url(DATABASE), DATABASE, stack.database.password(DATABASE));
    }

    private static Program start(EventStack stack, Issuer issuer, Outside outside)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.APPLICATION)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.APPLICATION_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put("OKNO_IDENTITY_URL", outside.url());
        environment.put("OKNO_REGISTRY_URL", outside.url());
        environment.put("OKNO_ORG_URL", outside.url());
        environment.put("OKNO_SCANNER", "EICAR");
        environment.put(
                "OKNO_DOCUMENTS_DIR",
                stack.layout.ensure(stack.layout.home().resolve("documents")).toString());
        environment.put(
                "OKNO_DATA_KEYSET_FILE", stack.secrets.dataKeysetFile(SERVICE).toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE", stack.secrets.signingKeyFile(SERVICE).toString());
        return ServiceProcess.start(stack.layout, SERVICE, stack.ports.of(Port.APPLICATION_MANAGEMENT), environment);
    }

    @Override
    public void close() {
        program.stop();
        outside.close();
        issuer.close();
        stack.close();
    }
}
