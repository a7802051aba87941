package okno.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okno.notification.NotificationService;
import okno.notification.TestFiles;
import okno.notification.channel.email.ScriptedRelay;
import okno.platform.core.Ids;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import okno.platform.test.TestTokens;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.json.JsonMapper;

/** The service as a process of its own, with a database and a broker that nobody else waits for. */
abstract class OwnProcessSetup {

    protected static final Duration SOON = Duration.ofSeconds(60);
    private static final String FIRST = "/sms/v1/messages";
    private static final String SECOND = "/second/sms/v1/messages";
    private static final JsonMapper JSON = new JsonMapper();
    protected static final String PERSON = """
            {"language":"ru","phone":"+79990001122","email":"ivanova@okno.example"}""";

    protected final WireMockServer outside =
            new WireMockServer(wireMockConfig().dynamicPort().containerThreads(100));
    protected final ScriptedRelay relay = new ScriptedRelay();
    /** Its own: a killed consumer keeps its partitions for a while, and nobody else shall wait for them. */
    private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);

    private final TestDatabase database = TestStack.database();
    private final JdbcClient jdbc = database.jdbc();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        kafka.brokerProperties(Map.of(
                "offsets.topic.num.partitions",
                "1",
                "offsets.topic.replication.factor",
                "1",
                "group.initial.rebalance.delay.ms",
                "0",
                "group.min.session.timeout.ms",
                "1000"));
        kafka.afterPropertiesSet();
        outside.start();
        outside.stubFor(get(urlPathMatching("/internal/persons/.*")).willReturn(okJson(PERSON)));
    }

    protected static ResponseDefinitionBuilder taken(int afterMillis) {
        return aResponse()
                .withStatus(202)
                .withFixedDelay(afterMillis)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"messageId\":\"m\"}");
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(Process::destroyForcibly);
        relay.close();
        outside.stop();
        kafka.destroy();
    }

    /** @param smtpPort 0: no letters */
    protected Process service(int smtpPort) throws IOException {
        Map<String, String> settings = Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("management.server.port", "0"),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("spring.kafka.bootstrap-servers", kafka.getBrokersAsString()),
                Map.entry("okno.messaging.partitions", "3"),
                Map.entry("okno.messaging.require-durable-database", "false"),
                Map.entry("okno.security.issuer", TestTokens.issuer()),
                Map.entry("okno.security.jwks-uri", TestTokens.jwksUri()),
                Map.entry("okno.security.acting-jwks-uri", TestTokens.actingJwksUri()),
                Map.entry(
                        "okno.security.client-key-file",
                        TestTokens.clientKeyFile().toString()),
                Map.entry("okno.services.identity", outside.baseUrl()),
                // Longer than any answer here takes, and over soon after a kill.
                Map.entry("okno.notification.delivery.lease", "8s"),
                // Who is slow is another test's matter.
                Map.entry("okno.notification.failover.slow", "30s"),
                Map.entry("okno.notification.preference.per-day", "100000"),
                // A killed consumer's partitions are given to the next one soon.
                Map.entry("spring.kafka.consumer.properties.session.timeout.ms", "3000"),
                Map.entry("spring.kafka.consumer.properties.heartbeat.interval.ms", "1000"),
                Map.entry("OKNO_DATA_KEYSET_FILE", TestFiles.KEYSET.toString()),
                Map.entry("OKNO_SMTP_HOST", smtpPort == 0 ? "" : "localhost"),
                Map.entry("OKNO_SMTP_PORT", Integer.toString(smtpPort)),
                Map.entry("OKNO_SMTP_STARTTLS", "false"),
                Map.entry("OKNO_SMS_URL", outside.baseUrl()),
                Map.entry("OKNO_SMS2_URL", outside.baseUrl() + "/second"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(NotificationService.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createTempFile(directory, "service", ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    protected static List<ProducerRecord<String, byte[]>> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> submitted()).toList();
    }

    protected void publish(List<ProducerRecord<String, byte[]>> events) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.getBrokersAsString(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            events.forEach(producer::send);
        }
    }

    private static ProducerRecord<String, byte[]> submitted() {
        UUID application = Ids.next();
        byte[] data = JSON.writeValueAsBytes(Map.of(
                "applicationId",
                application,
                "serviceCode",
                "ip-registration",
                "personId",
                UUID.randomUUID(),
                "status",
                "SUBMITTED"));
        var message = new ProducerRecord<>("okno.application.application.v1", application.toString(), data);
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        "okno.application.submitted.v1",
                        "ce_subject",
                        application.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        "1")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    private List<String> idsAt(String path) {
        return outside.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request ->
                        JSON.readTree(request.getBody()).get("clientMessageId").asString())
                .toList();
    }

    /** Ids of SMS at the gateways, and again for each repeat. */
    protected List<String> sms() {
        return Stream.concat(idsAt(FIRST).stream(), idsAt(SECOND).stream()).toList();
    }

    protected long count(String condition) {
        return jdbc.sql("select count(*) from delivery where " + condition)
                .query(Long.class)
                .single();
    }

    protected List<String> accepted() {
        return jdbc.sql("select notification_id || '.' || lower(channel) from delivery where state = 'ACCEPTED'")
                .query(String.class)
                .list();
    }

    protected void untilItIsThere() {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> jdbc.sql("select count(*) from pg_stat_activity "
                                        + "where application_name = 'notification-service' and datname = :name")
                                .param("name", database.name())
                                .query(Long.class)
                                .single()
                        > 0);
    }

    protected void nobodyGotTwoByTwoGateways() {
        assertThat(idsAt(SECOND)).doesNotContainAnyElementsOf(new HashSet<>(idsAt(FIRST)));
    }

    /** Ids of all that providers were given, and again for each repeat. */
    protected List<String> given() {
        return Stream.concat(sms().stream(), relay.ids().stream()).toList();
    }
}
