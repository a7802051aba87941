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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import okno.local.machine.Port;
import okno.local.process.Program;
import org.HdrHistogram.Histogram;

/**
 * A PDF of 5 MB through the real application-service: taken in, told by its content, inspected, hashed, sealed, written and
 * forced to the disk, recorded, answered. Beside it the same bytes encrypted by AES-256-GCM in one piece, written and forced
 * to the same disk by this program. The two take turns, so that whatever else the machine does meets both.
 */
final class UploadSuite implements Suite {

    private static final String NAME = "upload: 5 MB";
    private static final String TOPIC = "okno.application.application.v1";
    private static final String DATABASE = "okno_application";
    private static final int SIZE = 5 * 1024 * 1024;
    private static final String BOUNDARY = "----okno-bench";
    private static final double GOAL = 1.5;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC, DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK))) {
            Path documents = stack.layout.ensure(stack.layout.home().resolve("documents"));
            Program service = ServiceProcess.start(
                    stack.layout,
                    "application-service",
                    stack.ports.of(Port.APPLICATION_MANAGEMENT),
                    environment(stack, issuer, documents));
            try (HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                var pairs = new Pairs(
                        http,
                        URI.create("http://localhost:" + stack.ports.of(Port.APPLICATION) + "/api/v1/documents"),
                        "Bearer " + issuer.person(),
                        documents);
                pairs.run(settings.quick() ? 5 : 60);
                pairs.forget();
                double before = ProcessUse.cpuSeconds(service.pid());
                pairs.run(settings.quick() ? 10 : 200);
                double cpu = (ProcessUse.cpuSeconds(service.pid()) - before) * 1e3 / pairs.uploaded.getTotalCount();
                report.add(NAME, "uploaded", pairs.uploaded);
                report.add(NAME, "encrypted and written", pairs.written);
                double ratio =
                        (double) pairs.uploaded.getValueAtPercentile(50) / pairs.written.getValueAtPercentile(50);
                report.add(NAME, "upload to encrypting and writing, medians", ratio, "", "goal " + GOAL);
                report.add(NAME, "processor time of application-service", cpu, "ms/upload", "without the inspector");
            } finally {
                service.stop();
            }
        }
    }

    private static Map<String, String> environment(EventStack stack, Issuer issuer, Path documents) {
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.APPLICATION)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.APPLICATION_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put("OKNO_SCANNER", "EICAR");
        environment.put("OKNO_DOCUMENTS_DIR", documents.toString());
        environment.put(
                "OKNO_DATA_KEYSET_FILE",
                stack.secrets.dataKeysetFile("application-service").toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                stack.secrets.signingKeyFile("application-service").toString());
        return environment;
    }

    /** Turns of the one and the other. */
    private static final class Pairs {

        final Histogram uploaded = new Histogram(3);
        final Histogram written = new Histogram(3);
        private final HttpClient http;
        private final URI address;
        private final String token;
        private final Path directory;
        private final byte[] file = Scan.pdf(SIZE);
        private final byte[] body = multipart(file);

        Pairs(HttpClient http, URI address, String token, Path directory) {
            this.http = http;
            this.address = address;
            this.token = token;
            this.directory = directory;
        }

        void run(int count) throws IOException, InterruptedException, GeneralSecurityException {
            for (int i = 0; i < count; i++) {
                if (i % 2 == 0) {
                    write();
                    upload();
                } else {
                    upload();
                    write();
                }
            }
        }

        void forget() {
            uploaded.reset();
            written.reset();
        }

        private void write() throws IOException, GeneralSecurityException {
            Path target = directory.resolve("baseline");
            long begun = System.nanoTime();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new GCMParameterSpec(128, iv(begun)));
            byte[] sealed = cipher.doFinal(file);
            try (FileChannel channel =
                    FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(sealed);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            written.recordValue(System.nanoTime() - begun);
            Files.delete(target);
        }

        private static byte[] iv(long turn) {
            return ByteBuffer.allocate(12).putLong(turn).array();
        }

        private void upload() throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?kind=bench"))
                    .header("Authorization", token)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            long begun = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            uploaded.recordValue(System.nanoTime() - begun);
            expect(answer, 201);
            // There is a quota; and a disk that fills would be measured, too.
            URI place = address.resolve(answer.headers().firstValue("Location").orElseThrow());
            expect(
                    http.send(
                            HttpRequest.newBuilder(place)
                                    .header("Authorization", token)
                                    .DELETE()
                                    .build(),
                            BodyHandlers.ofString()),
                    204);
        }

        private static void expect(HttpResponse<String> answer, int status) {
            if (answer.statusCode() != status) {
                throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }

    private static byte[] multipart(byte[] file) {
        var body = new ByteArrayOutputStream(SIZE + 1_000);
        body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(US_ASCII));
        return body.toByteArray();
    }
}
