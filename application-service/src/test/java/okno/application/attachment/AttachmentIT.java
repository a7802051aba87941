package okno.application.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentIT extends ApplicationServiceCase {

    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "passport-scan, MZ executable, virus.pdf, 415, file_format",
        "passport-scan, <html>, page.png, 415, file_format",
        "passport-scan, <?xml version='1.0'?>, data.xml, 415, file_format",
        "passport-scan, '', empty.pdf, 422, invalid_content",
        "diploma, %PDF-1.7, diploma.pdf, 422, invalid_content",
    })
    void refuses_what_the_passport_does_not_take(String kind, String content, String name, int status, String code) {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");

        Api.Answer refused =
                citizen.upload("/applications/" + id + "/attachments", Map.of("kind", kind), name, content.getBytes());

        assertThat(refused.expect(status).text("/code")).isEqualTo(code);
        assertThat(citizen.get("/applications/" + id).json().at("/attachments").isEmpty())
                .isTrue();
    }

    @Test
    void refuses_more_than_the_passport_allows_and_more_than_the_service_reads() {
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";

        citizen.upload(path, Map.of("kind", "passport-scan"), "a.pdf", SampleFiles.pdf(5 * MEGABYTE))
                .expect(201);
        citizen.upload(path, Map.of("kind", "passport-scan"), "a.pdf", SampleFiles.pdf(5 * MEGABYTE + 1))
                .expect(413);
        citizen.upload(path, Map.of("kind", "passport-scan"), "a.pdf", SampleFiles.pdf(22 * MEGABYTE))
                .expect(413);
        citizen.post(path, Map.of("kind", "passport-scan")).expect(415);
    }

    @Test
    void keeps_a_file_sealed_gives_it_back_and_forgets_it() throws IOException, NoSuchAlgorithmException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        String path = "/applications/" + id + "/attachments";

        Api.Answer kept = citizen.upload(path, Map.of("kind", "passport-scan"), "../../скан \"1\".pdf", PDF)
                .expect(201);

        assertThat(kept.text("/state")).isEqualTo("PENDING_SCAN");
        assertThat(kept.text("/contentType")).isEqualTo("application/pdf");
        assertThat(kept.text("/fileName")).doesNotContain("/", "\"");
        assertThat(kept.text("/sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
        assertThat(kept.json().at("/size").asLong()).isEqualTo(PDF.length);
        String attachment = kept.text("/id");
        Path file = DOCUMENTS.resolve(attachment.substring(34)).resolve(attachment);
        assertThat(new String(Files.readAllBytes(file))).doesNotContain("hello");
        Api.Answer content = citizen.get(path + "/" + attachment + "/content").expect(200);
        assertThat(content.response().body()).isEqualTo(PDF);
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(citizen.get(path + "/" + attachment).expect(200).text("/kind"))
                .isEqualTo("passport-scan");

        citizen.delete(path + "/" + attachment).expect(204);

        assertThat(file).doesNotExist();
        citizen.get(path + "/" + attachment).expect(404);
    }

    @Test
    void a_file_may_be_the_body_itself() {
        Citizen citizen = aCitizen();
        UUID id = draft(citizen.api(), "ip-registration");
        Map<String, String> pdf = Map.of("Content-Type", "application/pdf");
        String path = "/applications/" + id + "/attachments";

        Api.Answer sent = citizen.api()
                .send("POST", path + "?kind=passport-scan&name=a.pdf", pdf, PDF)
                .expect(201);

        assertThat(citizen.api()
                        .get(path + "/" + sent.text("/id") + "/content")
                        .response()
                        .body())
                .isEqualTo(PDF);
        citizen.api().send("POST", path + "?kind=no-such-kind", pdf, PDF).expect(422);
        aCitizen().api().send("POST", path + "?kind=passport-scan", pdf, PDF).expect(404);
    }

    @Test
    void submitted_papers_stay_as_they_are() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);
        String path = "/applications/" + id + "/attachments";
        String attachment = citizen.api().get(path).text("/items/0/id");

        citizen.api()
                .upload(path, Map.of("kind", "passport-scan"), "b.pdf", PDF)
                .expect(409);
        citizen.api().delete(path + "/" + attachment).expect(409);
    }
}
