package okno.local.infra;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import okno.local.machine.Archive;
import okno.local.machine.Fingerprint;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Part;
import okno.local.process.Probe;
import okno.local.process.ProgramFailed;
import okno.local.process.ProgramSpec;

/** Keycloak, unpacked and built once for all stacks of the repository; its realm is created on the first start. */
public final class Keycloak implements Part {

    public static final String NAME = "keycloak";
    public static final String DATABASE = "keycloak";

    /** Fixed when Keycloak is built; changing one builds it anew. */
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=true",
            "--features-disabled=impersonation,device-flow,ciba,kerberos");

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Realm realm;

    public Keycloak(Layout layout, Ports ports, Secrets secrets, Postgres postgres) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = postgres;
        this.realm = new Realm(layout, ports, secrets);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.OUTSIDE;
    }

    @Override
    public int port() {
        return ports.of(Port.KEYCLOAK);
    }

    @Override
    public List<String> after() {
        return List.of(Postgres.NAME);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        layout.ensure(layout.cache());
        // Two stacks that start at once must not build into the same directory.
        try (FileChannel channel = FileChannel.open(
                        layout.cache().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(built())) {
                Archive.deleteTree(home());
                try (InputStream archive = new GZIPInputStream(Files.newInputStream(archive()))) {
                    Archive.unpackTar(archive, home(), 1);
                }
                build();
                Files.createFile(built());
            }
        }
    }

    private void build() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home().resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(layout.ensure(layout.home().resolve("logs"))
                        .resolve("keycloak-build.log")
                        .toFile());
        builder.environment().put("JAVA_HOME", JavaRuntime.home().toString());
        builder.environment().put("JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m");
        if (builder.start().waitFor() != 0) {
            throw new ProgramFailed("Keycloak cannot be built, see " + layout.log("keycloak-build"));
        }
    }

    @Override
    public ProgramSpec spec() {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + ports.of(Port.KEYCLOAK),
                "--http-management-port=" + ports.of(Port.KEYCLOAK_MANAGEMENT),
                "--hostname=" + ports.url(Port.KEYCLOAK),
                "--db-pool-initial-size=1",
                "--db-pool-min-size=1",
                "--db-pool-max-size=10",
                "--log-level=warn,org.keycloak.events:info,io.quarkus:info"));
        Map<String, String> environment = Map.of(
                "KC_DB_URL", postgres.url(DATABASE),
                "KC_DB_USERNAME", DATABASE,
                "KC_DB_PASSWORD", postgres.password(DATABASE),
                "KC_BOOTSTRAP_ADMIN_USERNAME", Realm.MASTER_ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak-admin-password"));
        URI health = URI.create(ports.url(Port.KEYCLOAK_MANAGEMENT) + "/health/ready");
        return ProgramSpec.of(NAME, command, environment, layout.log(NAME)).readyWhen(Probe.http(health));
    }

    /** What {@code kc.sh} would run: the script stays in between and hides the process id. */
    private List<String> java() {
        return List.of(
                JavaRuntime.java(),
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms128m",
                "-Xmx384m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home(),
                "-Djboss.server.config.dir=" + home().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    @Override
    public void onReady() throws IOException, InterruptedException {
        realm.createIfMissing();
    }

    private Path home() {
        String version = archive().getFileName().toString().replaceAll(".*dist-(.*)\\.tar\\.gz", "$1");
        return layout.cache().resolve("keycloak-%s-%s".formatted(version, Fingerprint.of(BUILD_OPTIONS)));
    }

    private Path built() {
        return home().resolve(".built");
    }

    private Path archive() {
        return new JavaRuntime(layout).artefact("keycloak-quarkus-dist-", ".tar.gz");
    }
}
