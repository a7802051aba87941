package okno.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Postgres;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Program;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * PostgreSQL and Kafka as the local stack runs them, with every write synced, and the messaging of a service on top: the
 * code that services run, with nothing else around it.
 */
final class EventStack implements AutoCloseable {

    static final String TOPIC = "okno.bench.thing.v1";
    private static final String DATABASE = "okno_bench";

    private final Program postgres;
    private final Program kafka;
    final String bootstrap;
    final ConfigurableApplicationContext service;

    private EventStack(Program postgres, Program kafka, String bootstrap, ConfigurableApplicationContext service) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.bootstrap = bootstrap;
        this.service = service;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}

    static EventStack start(Layout usual) throws IOException, InterruptedException {
        Path home = usual.home().resolve("bench/stack");
        Archive.deleteTree(home);
        var layout = new Layout(usual.repository(), home);
        layout.ensure(layout.run());
        Ports ports = Ports.free();
        var secrets = new Secrets(layout.secrets());
        var database = new Postgres(layout, ports, secrets, List.of(DATABASE));
        var broker = new KafkaBroker(layout, ports);
        database.prepare();
        Program postgres = Program.startAndAwait(database.spec(), layout.run());
        database.onReady();
        broker.prepare();
        Program kafka = Program.startAndAwait(broker.spec(), layout.run());
        return new EventStack(
                postgres,
                kafka,
                broker.bootstrap(),
                service(database.url(DATABASE), database.password(DATABASE), broker.bootstrap()));
    }

    private static ConfigurableApplicationContext service(String url, String password, String bootstrap) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.banner-mode",
                        "off",
                        "logging.level.root",
                        "warn",
                        "spring.datasource.url",
                        url,
                        "spring.datasource.username",
                        DATABASE,
                        "spring.datasource.password",
                        password,
                        "spring.datasource.hikari.maximum-pool-size",
                        "16",
                        "spring.flyway.locations",
                        "classpath:db/platform",
                        "spring.kafka.bootstrap-servers",
                        bootstrap,
                        "okno.messaging.source",
                        "/bench",
                        "okno.messaging.publishes",
                        TOPIC))
                .run();
    }

    long databasePid() {
        return postgres.pid();
    }

    long kafkaPid() {
        return kafka.pid();
    }

    @Override
    public void close() {
        service.close();
        kafka.stop();
        postgres.stop();
    }
}
