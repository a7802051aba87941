package okno.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okno.local.machine.Port;
import okno.local.machine.Startup;
import okno.local.process.Program;
import okno.local.service.JavaService;
import okno.local.service.ServiceEnvironment;
import okno.local.service.Services;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real webhook-service with PostgreSQL and Kafka around it, and endpoints of agencies at a sink. */
final class WebhookRig implements AutoCloseable {

    static final String TOPIC = "okno.application.application.v1";
    static final String TYPE = "okno.application.submitted.v1";
    private static final String DATABASE = "okno_webhook";
    private static final int BODY_BYTES = 1024;

    final EventStack stack;
    final JdbcTemplate jdbc;
    final List<WebhookEndpoint> endpoints = new ArrayList<>();
    private final Issuer issuer;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings;
    private final List<String> options;
    private Program service;

    /** An endpoint of an agency of the same name. */
    record WebhookEndpoint(String name, String id) {}

    WebhookRig(Suite.Settings suite, Map<String, String> settings, List<String> options)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.options = options;
        stack = EventStack.start(suite.layout(), TOPIC, DATABASE);
        issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK));
        jdbc = new JdbcTemplate(
                new DriverManagerDataSource(stack.database.url(DATABASE), DATABASE, stack.database.password(DATABASE)));
        service = startService();
    }

    private Program startService() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.WEBHOOK)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.WEBHOOK_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put("OKNO_WEBHOOK_ALLOW_INSECURE", "true");
        environment.put("JDK_JAVA_OPTIONS", String.join(" ", options));
        environment.put(
                "OKNO_DATA_KEYSET_FILE",
                stack.secrets.dataKeysetFile("webhook-service").toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                stack.secrets.signingKeyFile("webhook-service").toString());
        return ServiceProcess.start(
                stack.layout, "webhook-service", stack.ports.of(Port.WEBHOOK_MANAGEMENT), environment);
    }

    Program service() {
        return service;
    }

    /** Makes what {@link #restartQuickly} needs: the jar unpacked, and an AOT cache recorded in one start. */
    void prepareQuickStart() throws IOException, InterruptedException {
        JavaService quick = quickService();
        quick.prepare();
        quick.speedUpNextStart();
    }

    /** Another process in place of one that was killed, started as {@code okno up} does, with both compilers. */
    void restartQuickly() throws IOException, InterruptedException {
        service = Programs.start(quickService().spec(), stack.layout.run());
    }

    private JavaService quickService() {
        var webhook = Services.all().stream()
                .filter(known -> known.port() == Port.WEBHOOK)
                .findFirst()
                .orElseThrow();
        var environment = new ServiceEnvironment(
                stack.layout, stack.ports, stack.secrets, stack.database, stack.broker, settings);
        return new JavaService(webhook, stack.layout, stack.ports, environment, Startup.THROUGHPUT);
    }

    /** Registers an endpoint for an agency of this name and waits until it is active. */
    WebhookEndpoint register(FastSink sink, String name) throws IOException, InterruptedException {
        String body = json.writeValueAsString(Map.of("url", sink.url(name), "eventTypes", List.of(TYPE)));
        String token = issuer.client(name);
        JsonNode made = call(request("", token).POST(HttpRequest.BodyPublishers.ofString(body)));
        sink.secret(name, made.path("secret").asString());
        String id = made.path("id").asString();
        HttpRequest.Builder state = request("/" + id, token).GET();
        while (!call(state).path("status").asString().equals("ACTIVE")) {
            Thread.sleep(20);
        }
        var endpoint = new WebhookEndpoint(name, id);
        endpoints.add(endpoint);
        return endpoint;
    }

    /** Stops all endpoints; when it returns the service has seen it, and what was under way is recorded. */
    void pause() throws InterruptedException {
        jdbc.update("update endpoint set state = 'PAUSED', version = version + 1 where state = 'ACTIVE'");
        Thread.sleep(1_000);
    }

    /** In one statement, so that all begin together. */
    void resume() {
        jdbc.update("update endpoint set state = 'ACTIVE', version = version + 1 where state = 'PAUSED'");
    }

    /** Every endpoint wants order from now on, and filters by service. */
    void orderAndFilter() throws InterruptedException {
        jdbc.update("update endpoint set ordered = true, services = '{residence-certificate}', version = version + 1");
        Thread.sleep(1_000);
    }

    /** Sends the endpoint's messages there; without a challenge, which no real owner can do. */
    void move(WebhookEndpoint endpoint, String url) {
        jdbc.update("update endpoint set url = ?, version = version + 1 where id = ?::uuid", url, endpoint.id());
    }

    /** A backlog of so many deliveries for the endpoint, as the fan-out would have made it. */
    void fill(WebhookEndpoint endpoint, int deliveries) {
        jdbc.update(
                """
                with last as (
                    insert into audience (name, last_position) values ('agency:' || ?, ?)
                    on conflict (name) do update set last_position = audience.last_position + excluded.last_position
                    returning last_position
                ), made as (
                    insert into event (id, type, occurred_at, application_id, body, held)
                    select uuidv7(), ?, now(), application, convert_to(format(?, application), 'UTF8'), false
                    from (select gen_random_uuid() as application from generate_series(1, ?)) made
                    returning id, application_id
                ), placed as (
                    select id, application_id, last_position - ? + row_number() over (order by id) as position
                    from made cross join last
                ), fed as (
                    insert into audience_event (audience, position, event_id)
                    select 'agency:' || ?, position, id from placed
                )
                insert into delivery_pending (endpoint_id, id, event_id, subject, due_at, created_at)
                select ?::uuid, delivery_id(?::uuid, position), id, application_id, now(), now() from placed
                """,
                endpoint.name(),
                deliveries,
                TYPE,
                body(),
                deliveries,
                deliveries,
                endpoint.name(),
                endpoint.id(),
                endpoint.id());
    }

    /** A message of 1 KiB, with a place for the application's id. */
    static String body() {
        String start = "{\"type\":\"" + TYPE
                + "\",\"timestamp\":\"2026-11-22T09:30:00Z\",\"data\":{\"applicationId\":\"%s\"," + "\"note\":\"";
        return start + "x".repeat(BODY_BYTES - start.length() - 37) + "\"}}";
    }

    long pending() {
        Long count = jdbc.queryForObject("select count(*) from delivery_pending", Long.class);
        return count == null ? 0 : count;
    }

    /** Processor seconds of everything: the service, the database, the broker, and this process with the sink. */
    double cpuSeconds() {
        return ProcessUse.cpuSeconds(service.pid())
                + ProcessUse.cpuSeconds(stack.databasePid())
                + ProcessUse.cpuSeconds(stack.kafkaPid())
                + ProcessUse.ownCpuSeconds();
    }

    private HttpRequest.Builder request(String path, String token) {
        String endpoints = "http://localhost:" + stack.ports.of(Port.WEBHOOK) + "/api/v1/webhooks/endpoints";
        return HttpRequest.newBuilder(URI.create(endpoints + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10));
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
        service.stop();
        issuer.close();
        stack.close();
    }
}
