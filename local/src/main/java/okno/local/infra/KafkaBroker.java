package okno.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Startup;
import okno.local.process.Part;
import okno.local.process.Probe;
import okno.local.process.ProgramFailed;
import okno.local.process.ProgramSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One Kafka node that is broker and controller (KRaft) at once. */
public final class KafkaBroker implements Part {

    public static final String NAME = "kafka";

    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms64m", "-Xmx320m", "-Xss512k");

    /** What {@code kafka-server-start.sh} and {@code kafka-run-class.sh} of Kafka's distribution set. */
    private static final List<String> STOCK = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-server",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent");

    private final Layout layout;
    private final Ports ports;
    private final Startup startup;

    public KafkaBroker(Layout layout, Ports ports, Startup startup) {
        this.layout = layout;
        this.ports = ports;
        this.startup = startup;
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
        return ports.of(Port.KAFKA);
    }

    public String bootstrap() {
        return "localhost:" + ports.of(Port.KAFKA);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        layout.ensure(layout.data(NAME));
        Files.writeString(properties(), settings());
        if (Files.exists(layout.data(NAME).resolve("log/meta.properties"))) {
            return;
        }
        List<String> command = java(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-Xss512k"));
        command.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                properties().toString()));
        Process format = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(layout.ensure(layout.home().resolve("logs"))
                        .resolve("kafka-format.log")
                        .toFile())
                .start();
        if (format.waitFor() != 0) {
            throw new ProgramFailed("Kafka's storage cannot be formatted, see " + layout.log("kafka-format"));
        }
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                # A misspelt topic must fail, not appear.
                auto.create.topics.enable=false
                # One node: there is nobody to replicate to.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Consumers of one machine arrive together; waiting for more only delays the first start.
                group.initial.rebalance.delay.ms=0
                # The default buffers are sized for a server that does nothing else.
                log.cleaner.dedupe.buffer.size=4194304
                num.network.threads=2
                num.io.threads=4
                num.replica.fetchers=1
                """.formatted(
                        ports.of(Port.KAFKA),
                        ports.of(Port.KAFKA_CONTROLLER),
                        layout.data(NAME).resolve("log"));
    }

    @Override
    public ProgramSpec spec() {
        List<String> command = java(options());
        command.addAll(List.of("kafka.Kafka", properties().toString()));
        return ProgramSpec.of(NAME, command, Map.of(), layout.log(NAME))
                .readyWhen(this::answers)
                .startedAtMost(2);
    }

    private List<String> options() {
        if (startup == Startup.NAIVE) {
            return STOCK;
        }
        List<String> options = new ArrayList<>(SMALL);
        if (startup != Startup.THROUGHPUT) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return options;
    }

    private List<String> java(List<String> options) {
        List<String> command = new ArrayList<>(List.of(JavaRuntime.java()));
        command.addAll(options);
        command.addAll(List.of("-Dlogback.configurationFile=kafka-logback.xml", "-cp", new JavaRuntime(layout).jars()));
        return command;
    }

    private boolean answers() throws InterruptedException {
        Properties client = new Properties();
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000);
        if (!listens()) {
            return false;
        }
        try (Admin admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    /** Asked first: Kafka's own client fills the console with warnings while nobody listens. */
    private boolean listens() throws InterruptedException {
        try {
            return Probe.tcp(ports.of(Port.KAFKA)).ready();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path properties() {
        return layout.data(NAME).resolve("server.properties");
    }
}
