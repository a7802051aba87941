package okno.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import okno.local.machine.Port;
import okno.local.process.Program;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People sign: the last step, from the code they type to the answer, open loop. What comes before (asking, the code by SMS) is
 * done in advance and not measured. An advanced signature opens the person's key (Argon2id), forms PAdES with a timestamp
 * inside the PDF and answers with it.
 */
final class SignatureSuite implements Suite {

    private static final String NAME = "signature";
    private static final String TOPIC = "okno.platform.audit.v1";
    private static final String PASSWORD = "key-password";
    private static final String BOUNDARY = "----okno-bench";
    private static final int SIMPLE_A_SECOND = 20;
    private static final double ADVANCED_A_SECOND = 2;
    private static final int PDF = 1024 * 1024;
    private static final List<String> PEOPLE = IntStream.rangeClosed(1, 7)
            .mapToObj("0198c0de-0000-7000-8000-00000000000%d"::formatted)
            .toList();

    private final JsonMapper json = JsonMapper.builder().build();

    /** @param document its number: each is another one, because a second wish for the same replaces the first */
    private record Started(String person, String id, String code, int document) {}

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC, IdentityProcess.DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK));
                CodeSink sink = new CodeSink();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            Program service = IdentityProcess.start(
                    stack,
                    issuer,
                    Map.of(
                            "SPRING_PROFILES_ACTIVE", "demo",
                            "OKNO_NOTIFICATION_URL", sink.url(),
                            "OKNO_SECURITY_TOKENURI", sink.url() + "/token",
                            "OKNO_SIGNATURE_RESEND_AFTER", "0s",
                            "OKNO_SIGNATURE_CODES_PER_HOUR", "1000000"));
            try {
                var signers = new Signers(http, stack, issuer, sink);
                signers.certify();
                int seconds = settings.quick() ? 3 : 20;
                signers.simple(settings.quick() ? 2 : 10);
                report.add(NAME, "simple, confirmed", signers.simple(seconds));
                byte[] pdf = Scan.pdf(PDF);
                signers.advanced(settings.quick() ? 3 : 20, pdf);
                double before = ProcessUse.cpuSeconds(service.pid());
                Histogram advanced = signers.advanced(settings.quick() ? 3 : 60, pdf);
                double millis = (ProcessUse.cpuSeconds(service.pid()) - before) * 1e3 / advanced.getTotalCount();
                report.add(NAME, "advanced, PDF of 1 MB signed and stamped", advanced);
                report.add(NAME, "processor time of identity-service", millis, "ms/signature", "advanced");
            } finally {
                service.stop();
            }
        }
    }

    /** Those who sign, with their tokens. */
    private final class Signers {

        private final HttpClient http;
        private final String api;
        private final Issuer issuer;
        private final CodeSink sink;
        private final Map<String, String> tokens = new ConcurrentHashMap<>();
        private int documents;

        Signers(HttpClient http, EventStack stack, Issuer issuer, CodeSink sink) {
            this.http = http;
            this.api = "http://localhost:" + stack.ports.of(Port.IDENTITY) + "/api/v1";
            this.issuer = issuer;
            this.sink = sink;
        }

        void certify() throws IOException, InterruptedException {
            for (String person : PEOPLE) {
                post(person, "/me/certificates", Map.of("kind", "PLATFORM", "keyPassword", PASSWORD), 201);
            }
        }

        Histogram simple(int seconds) throws IOException, InterruptedException, GeneralSecurityException {
            Queue<Started> started = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < SIMPLE_A_SECOND * seconds; i++) {
                byte[] document = ("document " + System.nanoTime()).getBytes(US_ASCII);
                started.add(start(i, Map.of("documentSha256", sha256(document), "kind", "SIMPLE")));
            }
            return measured(SIMPLE_A_SECOND, seconds, () -> {
                Started next = started.remove();
                post(next.person(), "/signatures/" + next.id() + "/confirmation", Map.of("code", next.code()), 200);
            });
        }

        Histogram advanced(int seconds, byte[] pdf) throws IOException, InterruptedException, GeneralSecurityException {
            Queue<Started> started = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < ADVANCED_A_SECOND * seconds; i++) {
                String hash = sha256(Scan.another(pdf, documents + i));
                started.add(
                        start(i, Map.of("documentSha256", hash, "kind", "ADVANCED", "format", "PADES", "level", "T")));
            }
            documents += started.size();
            return measured(ADVANCED_A_SECOND, seconds, () -> {
                Started next = started.remove();
                byte[] signed = signedPdf(next, Scan.another(pdf, next.document()));
                if (signed.length < pdf.length) {
                    throw new IllegalStateException("no signed PDF came back");
                }
            });
        }

        private Started start(int turn, Map<String, String> wish) throws IOException, InterruptedException {
            String person = PEOPLE.get(turn % PEOPLE.size());
            JsonNode started = post(person, "/signatures", wish, 201);
            return new Started(person, started.path("id").asString(), sink.next(person), documents + turn);
        }

        private byte[] signedPdf(Started next, byte[] pdf) throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = http.send(
                    request(next.person(), "/signatures/" + next.id() + "/signed-document")
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(BodyPublishers.ofByteArray(multipart(next.code(), pdf)))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("answered " + answer.statusCode());
            }
            return answer.body();
        }

        private JsonNode post(String person, String path, Map<String, String> body, int status)
                throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = http.send(
                    request(person, path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return json.readTree(answer.body());
        }

        private HttpRequest.Builder request(String person, String path) {
            return HttpRequest.newBuilder(URI.create(api + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + tokens.computeIfAbsent(person, issuer::person));
        }
    }

    /** One step. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static Histogram measured(double aSecond, int seconds, Step step) {
        var histogram = new ConcurrentHistogram(3);
        var loop = new OpenLoop();
        loop.run(aSecond, Duration.ofSeconds(seconds), intended -> {
            step.run();
            histogram.recordValue(System.nanoTime() - intended);
        });
        if (loop.failed() + loop.dropped() > 0) {
            throw new IllegalStateException(loop.failed() + " failed, " + loop.dropped() + " dropped");
        }
        return histogram;
    }

    private static byte[] multipart(String code, byte[] pdf) {
        var body = new ByteArrayOutputStream(pdf.length + 1_000);
        field(body, "code", code);
        field(body, "keyPassword", PASSWORD);
        body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(US_ASCII));
        body.writeBytes(pdf);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(US_ASCII));
        return body.toByteArray();
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(US_ASCII));
    }

    private static String sha256(byte[] document) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }
}
