package okno.e2e.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.e2e.crash.PatientCaller.Answer;

/** Works through one application over the public API: received, in review, result, approved, and so completed. */
public final class AgencyDesk {

    private static final List<String> ORDER = List.of("SUBMITTED", "RECEIVED", "IN_REVIEW", "APPROVED", "COMPLETED");
    /** One empty page, the least that is a PDF. */
    private static final byte[] RESULT = """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """.getBytes(UTF_8);

    private final PatientCaller api;

    public AgencyDesk(PatientCaller api) {
        this.api = api;
    }

    public void work(String application) throws InterruptedException {
        String path = "/agency/applications/" + application;
        step(path, "RECEIVED", "/status", Map.of("status", "RECEIVED"));
        step(path, "IN_REVIEW", "/status", Map.of("status", "IN_REVIEW"));
        deliverResult(path);
        step(path, "APPROVED", "/decision", Map.of("decision", "APPROVED"));
    }

    private void step(String path, String status, String action, Map<String, Object> body) throws InterruptedException {
        Answer answer = api.post(path + action, body);
        if (answer.ok()) {
            return;
        }
        // Done by a try whose answer was lost: then the application is there already.
        String now = api.get(path).json().path("status").asString("");
        if (ORDER.indexOf(now) < ORDER.indexOf(status)) {
            throw new AssertionError("%s was refused in %s: %s".formatted(status, now, answer));
        }
    }

    private void deliverResult(String path) throws InterruptedException {
        String boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"result.pdf\"\r\n"
                                + "Content-Type: application/pdf\r\n\r\n")
                        .getBytes(UTF_8));
        body.writeBytes(RESULT);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        Answer answer = api.send(
                "POST",
                path + "/results",
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                body.toByteArray());
        if (!answer.ok() && !answer.code().equals("request_already_done")) {
            throw new AssertionError("the result was refused: " + answer);
        }
    }
}
