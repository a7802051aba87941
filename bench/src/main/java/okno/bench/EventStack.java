package okno.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Postgres;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.machine.Startup;
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

    private static final String DATABASE = "okno_bench";

    final Layout layout;
    final Ports ports;
    final Secrets secrets;
    final Postgres database;
    final KafkaBroker broker;
    final String bootstrap;
    final String topic;
    final ConfigurableApplicationContext service;
    private final Program postgres;
    private final Program kafka;

    /** Starts both in a directory of their own, with further databases for services of the suite. */
    private EventStack(Layout layout, String topic, List<String> databases) throws IOException, InterruptedException {
        this.layout = layout;
        this.topic = topic;
        ports = Ports.free();
        secrets = new Secrets(layout.secrets());
        database = new Postgres(layout, ports, secrets, databases);
        broker = new KafkaBroker(layout, ports, Startup.THROUGHPUT);
        bootstrap = broker.bootstrap();
        database.prepare();
        postgres = Programs.start(database.spec(), layout.run());
        database.onReady();
        broker.prepare();
        kafka = Programs.start(broker.spec(), layout.run());
        service = service();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "okno.platform.security.RevocationsConfiguration",
                "okno.platform.security.ServiceClientsConfiguration"
            })
    static class Service {}

    static EventStack start(Layout usual, String topic, String... databases) throws IOException, InterruptedException {
        Path home = usual.home().resolve("bench/stack");
        Archive.deleteTree(home);
        var layout = new Layout(usual.repository(), home);
        return on(layout, topic, databases);
    }

    /** On the data that lies in a layout already, which the caller has made and keeps. */
    static EventStack on(Layout layout, String topic, String... databases) throws IOException, InterruptedException {
        layout.ensure(layout.run());
        return new EventStack(
                layout,
                topic,
                Stream.concat(Stream.of(DATABASE), Stream.of(databases)).toList());
    }

    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.banner-mode",
                        "off",
                        "spring.datasource.url",
                        database.url(DATABASE),
                        "spring.datasource.username",
                        DATABASE,
                        "spring.datasource.password",
                        database.password(DATABASE),
                        "spring.datasource.hikari.maximum-pool-size",
                        "16",
                        "spring.flyway.locations",
                        "classpath:db/platform",
                        "spring.kafka.bootstrap-servers",
                        bootstrap,
                        "spring.kafka.producer.properties.interceptor.classes",
                        Acknowledgements.class.getName(),
                        "okno.messaging.source",
                        "/bench",
                        "okno.messaging.publishes",
                        topic))
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
