package okno.local.infra;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.machine.Startup;
import okno.local.process.Part;
import okno.local.process.Probe;
import okno.local.process.ProgramSpec;

/** Keycloak; its realm is created on the first start. */
public final class Keycloak implements Part {

    public static final String NAME = "keycloak";
    public static final String DATABASE = "keycloak";
    /** Where a proxy in front of the local stack sends from, if there is one. */
    public static final String PROXY = "127.0.0.99";
    /** The header in which it tells the country. */
    public static final String COUNTRY = "Okno-Country";

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;
    private final Postgres postgres;
    private final KafkaBroker kafka;
    private final Startup startup;
    private final KeycloakDistribution distribution;
    private final Realm realm;

    public Keycloak(
            Layout layout, Ports ports, Secrets secrets, Postgres postgres, KafkaBroker kafka, Startup startup) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = postgres;
        this.kafka = kafka;
        this.startup = startup;
        this.distribution = new KeycloakDistribution(layout);
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
        if (startup == Startup.NAIVE) {
            distribution.resetStock();
        } else {
            distribution.build();
        }
    }

    @Override
    public ProgramSpec spec() {
        List<String> command = new ArrayList<>(startup == Startup.NAIVE ? stock() : optimized());
        command.addAll(List.of(
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + ports.of(Port.KEYCLOAK),
                "--http-management-port=" + ports.of(Port.KEYCLOAK_MANAGEMENT),
                "--hostname=" + ports.url(Port.KEYCLOAK),
                "--db-pool-initial-size=1",
                "--db-pool-min-size=1",
                "--db-pool-max-size=10",
                // Wrong passwords are counted by one thread: two at a time read the same count, and one is lost.
                "--spi-executors--default--bruteforce--min=1",
                "--spi-executors--default--bruteforce--max=1",
                // Nobody is a proxy but who sends from this address of the machine; what others forward is not
                // believed.
                "--proxy-headers=xforwarded",
                "--proxy-trusted-addresses=" + PROXY,
                "--spi-authenticator--okno-least-level--country-header=" + COUNTRY,
                "--spi-events-listener--okno-kafka--bootstrap=" + kafka.bootstrap(),
                "--spi-authenticator--okno-sms--gateway=" + ports.url(Port.SANDBOX) + "/sms/v1/messages",
                "--spi-authenticator--okno-certificate--judge=" + ports.url(Port.IDENTITY)
                        + "/internal/certificate-logins",
                "--log-level=warn,org.keycloak.events:info,io.quarkus:info"));
        Map<String, String> environment = Map.of(
                "JAVA_HOME", JavaRuntime.home().toString(),
                "KC_DB_URL", postgres.url(DATABASE),
                "KC_DB_USERNAME", DATABASE,
                "KC_DB_PASSWORD", postgres.password(DATABASE),
                "KC_BOOTSTRAP_ADMIN_USERNAME", Realm.MASTER_ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak-admin-password"));
        URI health = URI.create(ports.url(Port.KEYCLOAK_MANAGEMENT) + "/health/ready");
        ProgramSpec spec =
                ProgramSpec.of(NAME, command, environment, layout.log(NAME)).readyWhen(Probe.http(health));
        // A training start writes its recording after it was asked to end.
        return startup == Startup.TRAINING ? spec.stoppedWithin(Duration.ofMinutes(3)) : spec;
    }

    /** As the vendor documents it: builds itself for these options first, then starts. */
    private List<String> stock() {
        List<String> command = new ArrayList<>(
                List.of(distribution.stock().resolve("bin/kc.sh").toString(), "start"));
        command.addAll(KeycloakDistribution.BUILD_OPTIONS);
        return command;
    }

    /** What {@code kc.sh} would run: the script stays in between and hides the process id. */
    private List<String> optimized() {
        Path home = distribution.home();
        List<String> command = new ArrayList<>(List.of(JavaRuntime.java()));
        if (startup == Startup.TRAINING) {
            command.add("-XX:AOTCacheOutput=" + distribution.recording());
        } else if (Files.exists(distribution.startCache())) {
            command.add("-XX:AOTCache=" + distribution.startCache());
        }
        command.addAll(List.of(
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
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized"));
        return command;
    }

    @Override
    public void onReady() throws IOException, InterruptedException {
        realm.bring();
    }
}
