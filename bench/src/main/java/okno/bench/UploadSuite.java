package okno.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
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
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * A PDF of 5 MB through the real application-service: taken in, told by its content, inspected, hashed, sealed, written and
 * forced to the disk, recorded, answered; sent as the body itself, and as a part of a form. Beside it the same bytes encrypted
 * by AES-256-GCM in one piece, written and forced to the same disk by this program. They take turns, so that whatever else the
 * machine does meets all.
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
            try (CloseableHttpClient http = HttpClients.custom()
                    .disableAutomaticRetries()
                    .disableContentCompression()
                    .build()) {
                var pairs = new Pairs(
                        http,
                        URI.create("http://localhost:" + stack.ports.of(Port.APPLICATION) + "/api/v1/documents"),
                        "Bearer " + issuer.person(),
                        documents);
                pairs.run(settings.quick() ? 5 : 300);
                pairs.forget();
                double before = ProcessUse.cpuSeconds(service.pid());
                pairs.run(settings.quick() ? 10 : 200);
                double cpu =
                        (ProcessUse.cpuSeconds(service.pid()) - before) * 1e3 / (2 * pairs.written.getTotalCount());
                report.add(NAME, "encrypted and written", pairs.written);
                compare(report, "body", pairs.asBody, pairs.written);
                compare(report, "form", pairs.asForm, pairs.written);
                report.add(NAME, "processor time of application-service", cpu, "ms/upload", "with the inspector");
            } finally {
                service.stop();
            }
        }
    }

    private static void compare(Report report, String way, Histogram uploaded, Histogram written) {
        report.add(NAME, "uploaded as a " + way, uploaded);
        double ratio = (double) uploaded.getValueAtPercentile(50) / written.getValueAtPercentile(50);
        report.add(
                NAME,
                "as a " + way + " to encrypting and writing, medians",
                ratio,
                "",
                (ratio <= GOAL ? "goal " : "MISSED, goal ") + GOAL);
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

        final Histogram asBody = new Histogram(3);
        final Histogram asForm = new Histogram(3);
        final Histogram written = new Histogram(3);
        private final CloseableHttpClient http;
        private final URI address;
        private final String token;
        private final Path directory;
        private final byte[] file = Scan.pdf(SIZE);
        private final byte[] form = multipart(file);

        Pairs(CloseableHttpClient http, URI address, String token, Path directory) {
            this.http = http;
            this.address = address;
            this.token = token;
            this.directory = directory;
        }

        void run(int count) throws IOException, GeneralSecurityException {
            for (int i = 0; i < count; i++) {
                switch (i % 3) {
                    case 0 -> {
                        write();
                        asBody();
                        asForm();
                    }
                    case 1 -> {
                        asForm();
                        write();
                        asBody();
                    }
                    default -> {
                        asBody();
                        asForm();
                        write();
                    }
                }
            }
        }

        void forget() {
            asBody.reset();
            asForm.reset();
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

        private void asBody() throws IOException {
            upload("application/pdf", file, asBody);
        }

        private void asForm() throws IOException {
            upload("multipart/form-data; boundary=" + BOUNDARY, form, asForm);
        }

        private void upload(String type, byte[] body, Histogram times) throws IOException {
            var request = new HttpPost(address + "?kind=bench");
            request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
            long begun = System.nanoTime();
            String place = call(request, 201);
            times.recordValue(System.nanoTime() - begun);
            // There is a quota; and a disk that fills would be measured, too.
            call(new HttpDelete(address.resolve(place)), 204);
        }

        /** Where what was made is; empty when nothing was. */
        private String call(HttpUriRequestBase request, int status) throws IOException {
            request.setHeader("Authorization", token);
            return http.execute(request, answer -> {
                String text = answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity());
                if (answer.getCode() != status) {
                    throw new IllegalStateException("answered " + answer.getCode() + ": " + text);
                }
                Header location = answer.getFirstHeader("Location");
                return location == null ? "" : location.getValue();
            });
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
