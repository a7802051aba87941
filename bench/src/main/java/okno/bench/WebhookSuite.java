package okno.bench;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okno.local.machine.Port;
import okno.local.process.Program;
import okno.platform.core.Ids;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.HdrHistogram.Histogram;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the return of a commit to the arrival of the signed webhook at a partner's receiver: outbox, Kafka and the real
 * webhook-service, at half of what they can do together. Commits and receiver are in one process, so one clock measures
 * both ends.
 */
final class WebhookSuite implements Suite {

    private static final String NAME = "webhook: commit to signed delivery";
    private static final String TOPIC = "okno.application.application.v1";
    private static final String TYPE = "okno.application.submitted.v1";
    private static final String DATABASE = "okno_webhook";
    private static final List<String> AGENCIES = List.of("one", "two", "three", "four", "five", "six");

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int backlog = settings.quick() ? 500 : 10_000;
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC, DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK));
                WebhookSink sink = new WebhookSink()) {
            Program service = startService(stack, issuer);
            try {
                for (String agency : AGENCIES) {
                    register(stack, issuer, sink, agency);
                }
                capacity(stack, sink, backlog / 2);
                double cpu = ProcessUse.cpuSeconds(service.pid());
                double capacity = capacity(stack, sink, backlog);
                double micros = (ProcessUse.cpuSeconds(service.pid()) - cpu) * 1e6 / backlog;
                report.add(NAME, "deliveries of a backlog", capacity, "1/s", AGENCIES.size() + " endpoints");
                report.add(NAME, "processor time of webhook-service", micros, "us/delivery", "");
                double rate = capacity / 2;
                report.add(NAME, "rate", rate, "commits/s", "half of the above, open loop");
                report.add(NAME, "commit to receiver", atRate(stack, sink, rate, settings.quick() ? 5 : 30));
                report.add(NAME, "signatures verified", sink.verified.get(), "", "every 50th, all good");
            } finally {
                service.stop();
            }
        }
    }

    private static Program startService(EventStack stack, Issuer issuer) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.WEBHOOK)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.WEBHOOK_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put("OKNO_WEBHOOK_ALLOW_INSECURE", "true");
        environment.put(
                "OKNO_DATA_KEYSET_FILE",
                stack.secrets
                        .file("keysets/webhook.json", WebhookSuite::newKeyset)
                        .toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                stack.secrets.signingKeyFile("webhook-service").toString());
        return ServiceProcess.start(
                stack.layout, "webhook-service", stack.ports.of(Port.WEBHOOK_MANAGEMENT), environment);
    }

    private void register(EventStack stack, Issuer issuer, WebhookSink sink, String agency)
            throws IOException, InterruptedException {
        String body = json.writeValueAsString(Map.of("url", sink.url(agency), "eventTypes", List.of(TYPE)));
        String endpoints = "http://localhost:" + stack.ports.of(Port.WEBHOOK) + "/api/v1/webhooks/endpoints";
        String token = issuer.client(agency);
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode made = call(http, request(endpoints, token).POST(HttpRequest.BodyPublishers.ofString(body)));
            sink.secret(agency, made.path("secret").asString());
            HttpRequest.Builder state =
                    request(endpoints + "/" + made.path("id").asString(), token);
            while (!call(http, state.GET()).path("status").asString().equals("ACTIVE")) {
                Thread.sleep(100);
            }
        }
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10));
    }

    private JsonNode call(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Deliveries a second while a backlog is worked off, from the first commit to the last arrival. */
    private double capacity(EventStack stack, WebhookSink sink, int events) throws InterruptedException {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        long begun = System.nanoTime();
        // Faster than it can be delivered, and without a second queue in front of the database.
        new OpenLoop().run(5_000, Duration.ofMillis(events / 5), intended -> commit(stack, committed));
        awaitAll(sink, committed);
        return committed.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private Histogram atRate(EventStack stack, WebhookSink sink, double rate, int seconds) throws InterruptedException {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        new OpenLoop().run(rate, Duration.ofSeconds(seconds), intended -> commit(stack, committed));
        awaitAll(sink, committed);
        var histogram = new Histogram(3);
        committed.forEach((id, at) -> histogram.recordValue(Math.max(0, sink.arrived.getOrDefault(id, at) - at)));
        return histogram;
    }

    private void commit(EventStack stack, Map<String, Long> committed) {
        UUID application = Ids.next();
        String agency = AGENCIES.get(Math.floorMod(turn.getAndIncrement(), AGENCIES.size()));
        Outbox outbox = stack.service.getBean(Outbox.class);
        new TransactionTemplate(stack.service.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> outbox.append(submitted(application, agency)));
        committed.put(application.toString(), System.nanoTime());
    }

    private static OutgoingEvent submitted(UUID application, String agency) {
        Map<String, Object> data = new HashMap<>();
        data.put("applicationId", application);
        data.put("number", "T-2026-0000001-0");
        data.put("serviceCode", "residence-certificate");
        data.put("agency", agency);
        data.put("personId", "0198c0de-0000-7000-8000-000000000001");
        data.put("previousStatus", "DRAFT");
        data.put("status", "SUBMITTED");
        data.put("occurredAt", Clock.systemUTC().instant().toString());
        return new OutgoingEvent(TOPIC, TYPE, application, 1, data);
    }

    private static void awaitAll(WebhookSink sink, Map<String, Long> committed) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!sink.arrived.keySet().containsAll(committed.keySet())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("webhooks are missing after two minutes");
            }
            Thread.sleep(20);
        }
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
