package okno.application.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static okno.application.SampleFiles.DOCX;
import static okno.application.SampleFiles.joined;
import static okno.application.SampleFiles.jpeg;
import static okno.application.SampleFiles.page;
import static okno.application.SampleFiles.pdf;
import static okno.application.SampleFiles.pdfWith;
import static okno.application.SampleFiles.photograph;
import static okno.application.SampleFiles.png;
import static okno.application.SampleFiles.scan;
import static okno.application.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.application.publication.PassportBuilder;
import okno.platform.test.TestTokens;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadFilesIT extends ApplicationServiceCase {

    /** The passport asks for 150 dots per inch and at most 50 pages. */
    private static final Map<String, String> SCAN = Map.of("kind", "passport-scan");

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("archive", zip(DOCX), 415, "file_format"),
                arguments(
                        "SVG",
                        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(),
                        415,
                        "file_format"),
                arguments("GIF", "GIF89a".getBytes(), 415, "file_format"),
                arguments("PDF with a page of HTML", pdf("<html><script>alert(1)</script>"), 422, "file_mixed"),
                arguments("JPEG with an archive", joined(jpeg(page(99, 99)), zip(DOCX)), 422, "file_mixed"),
                arguments("PDF with an archive", joined(pdf(""), zip(DOCX)), 422, "file_mixed"),
                arguments("script", pdfWith("OpenAction", Map.of("S", "JavaScript")), 422, "file_active_content"),
                arguments("program", pdfWith("OpenAction", Map.of("S", "Launch")), 422, "file_active_content"),
                arguments("files", pdfWith("Names", Map.of("EmbeddedFiles", "x")), 422, "file_active_content"),
                arguments("XFA", pdfWith("AcroForm", Map.of("XFA", "x")), 422, "file_active_content"),
                arguments("many pages", pdf(51, document -> {}), 422, "pdf_too_many_pages"),
                arguments("coarse scan", scan(100), 422, "image_resolution_low"),
                arguments("coarse picture", jpeg(page(600, 800), 96), 422, "image_resolution_low"),
                arguments("flood of pixels", SampleFiles.floodOfPixels(), 422, "image_too_large"),
                arguments("only a beginning", "%PDF-1.7\nhello".getBytes(), 422, "file_damaged"),
                arguments("nothing", new byte[0], 422, "file_empty"),
                arguments("GIF with a Java archive", joined("GIF89a".getBytes(), zip(DOCX)), 415, "file_format"),
                arguments("HTML", "<!doctype html><script>alert(1)</script>".getBytes(), 415, "file_format"),
                arguments("program", "MZ\u0090\u0000".getBytes(), 415, "file_format"),
                arguments("PNG with an archive", joined(png(page(1700, 2400)), zip(DOCX)), 422, "file_mixed"),
                arguments("PDF with a password", encrypted(), 422, "pdf_encrypted"),
                arguments("tree of a million pages that are itself", treeInACircle(), 422, "pdf_too_many_pages"));
    }

    /** Of a million pages, all of which are the tree itself. */
    private static byte[] treeInACircle() {
        return new String(pdf("hello"), ISO_8859_1)
                .replace("/Kids [3 0 R] /Count 1", "/Kids [2 0 R] /Count 1000000")
                .getBytes(ISO_8859_1);
    }

    private static byte[] encrypted() {
        return pdf(1, document -> {
            try {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_bad_file_is_refused_and_leaves_nothing(String what, byte[] content, int status, String code)
            throws IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        long before = documents();

        Api.Answer refused = citizen.upload("/applications/" + id + "/attachments", SCAN, "a.pdf", content);

        refused.expect(status);
        if (status == 422) {
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/file");
            assertThat(refused.text("/errors/0/code")).isEqualTo(code);
            assertThat(refused.text("/errors/0/message"))
                    .matches(".*[а-я]{3}.*")
                    .doesNotContain("{");
        } else {
            assertThat(refused.text("/code")).isEqualTo(code);
        }
        assertThat(citizen.get("/applications/" + id).json().at("/attachments").isEmpty())
                .isTrue();
        assertThat(citizen.get("/applications/" + id).json().at("/version").asInt())
                .isEqualTo(1);
        assertThat(documents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.pdf", "a\u202Efdp.exe", "C:\\windows\\x.pdf", "ы.pdf", ".."})
    void a_name_can_neither_lead_away_nor_deceive(String name) {
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";

        Api.Answer kept = citizen.upload(path, SCAN, name, PDF);

        assertThat(kept.expect(201).text("/fileName")).doesNotContainPattern("[/\\\\:\\p{Cntrl}\\p{Cf}]");
        Api.Answer content =
                citizen.get(path + "/" + kept.text("/id") + "/content").expect(200);
        assertThat(content.header("Content-Disposition")).startsWith("attachment;");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static final Map<String, String> TYPES = Map.of("PDF", "/pdf", "JPG", "/jpeg", "PNG", "/png");

    /** Neither the name nor the type that the sender claims is believed: all pairs, told by the content alone. */
    @Test
    void a_file_is_what_it_contains_whatever_it_is_called() {
        Map<String, byte[]> contents = Map.of(
                "PDF", PDF, "JPG", jpeg(page(1700, 2400)), "PNG", png(page(1700, 2400)), "GIF", "GIF89a".getBytes());
        for (String name : List.of("a.pdf", "a.jpg", "a.png", "a.exe", "a.html", "a")) {
            Api citizen = aCitizen().api();
            String path = "/applications/" + draft(citizen, "residence-certificate") + "/attachments";
            contents.forEach((format, content) -> {
                Api.Answer answer = citizen.upload(path, Map.of("kind", "supporting-document"), name, content);
                if (format.equals("GIF")) {
                    answer.expect(415);
                } else {
                    assertThat(answer.expect(201).text("/contentType")).as(name).endsWith(TYPES.get(format));
                }
            });
        }
    }

    /** What is kept is what is hashed, shown and signed; the answer says that it is not what was sent. */
    @Test
    void nobody_learns_where_a_photograph_was_taken() {
        String secret = "55.7558N 37.6173E";
        byte[] photograph = photograph(page(2500, 3600), secret);
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        String path = "/applications/" + id + "/attachments";

        Api.Answer attached = citizen.upload(path, SCAN, "a.jpg", photograph).expect(201);
        Api.Answer plain = citizen.upload(path, SCAN, "b.pdf", PDF).expect(201);
        Api.Answer kept = citizen.upload("/documents", Map.of("kind", "x"), "a.jpg", photograph)
                .expect(201);

        byte[] content = citizen.get(path + "/" + attached.text("/id") + "/content")
                .expect(200)
                .response()
                .body();
        assertThat(new String(content, ISO_8859_1)).doesNotContain(secret);
        assertThat(attached.text("/sha256")).isEqualTo(sha256(content));
        assertThat(attached.text("/sentSha256")).isEqualTo(sha256(photograph));
        assertThat(attached.json().path("size").asLong()).isEqualTo(content.length);
        assertThat(citizen.get("/applications/" + id + "/document").body()).contains(sha256(content));
        assertThat(plain.text("/sentSha256")).isNull();
        assertThat(kept.text("/sha256")).isEqualTo(sha256(content));
        assertThat(kept.text("/sentSha256")).isEqualTo(sha256(photograph));
    }

    /** Of a picture nothing is kept behind its end, so it is nothing else besides. */
    @Test
    void a_picture_that_goes_on_as_something_else_is_cut() {
        byte[] picture = jpeg(page(2500, 3600));
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";

        Api.Answer attached =
                citizen.upload(path, SCAN, "a.jpg", joined(picture, pdf(""))).expect(201);

        assertThat(citizen.get(path + "/" + attached.text("/id") + "/content")
                        .response()
                        .body())
                .isEqualTo(picture);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_file_that_is_one_byte_too_large_is_refused() throws IOException {
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";
        long before = documents();

        for (int size : new int[] {(5 << 20) + 1, (25 << 20) + 1}) {
            citizen.upload(path, SCAN, "a.pdf", Arrays.copyOf(PDF, size)).expect(413);
        }

        assertThat(citizen.get(path).json().at("/items").isEmpty()).isTrue();
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void a_name_of_two_lines_is_no_header() {
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";

        Api.Answer answer =
                citizen.upload(path, SCAN, "a%0d%0aSet-Cookie: a=b.pdf", PDF).expect(201);
        Api.Answer content =
                citizen.get(path + "/" + answer.text("/id") + "/content").expect(200);
        Api.Answer torn = citizen.upload(path, SCAN, "b\r\nX-Forged: yes\r\n.pdf", PDF);

        assertThat(content.header("Set-Cookie")).isNull();
        assertThat(torn.response().statusCode()).isIn(201, 400);
        citizen.upload(path, SCAN, "ё".repeat(300) + ".pdf", PDF);
        assertThat(citizen.get(path).json().at("/items").valueStream().map(file -> file.path("fileName")
                        .asString()))
                .allMatch(name -> name.length() <= 255 && !name.contains("\n"));
    }

    @Test
    void a_name_with_a_zero_is_no_name() {
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";

        citizen.upload(path, SCAN, "a\u0000.pdf", PDF).expect(400);

        assertThat(citizen.get(path).json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void a_passport_may_ask_for_sharp_pictures_and_take_text_documents() {
        String code = "bees-" + UUID.randomUUID().toString().substring(0, 13);
        Map<String, Object> passport = PassportBuilder.bees(code, 1);
        Map<String, Object> plan = new HashMap<>(planOf(passport));
        plan.put("formats", List.of("JPG", "DOCX"));
        plan.put("quality", Map.of("minSharpness", 100, "minWidth", 400));
        passport.put("documents", new ArrayList<>(List.of(plan)));
        Api admin = api(TestTokens.admin());
        admin.post("/services", passport).expect(201);
        admin.post("/services/" + code + "/versions/1/publication", Map.of()).expect(201);
        Api citizen = aCitizen().api();
        String path = "/applications/" + draft(citizen, code) + "/attachments";
        Map<String, String> kind = Map.of("kind", "plan");

        citizen.upload(path, kind, "a.jpg", jpeg(page(800, 600))).expect(201);
        citizen.upload(path, kind, "a.docx", zip(DOCX)).expect(201);
        assertThat(fault(citizen.upload(path, kind, "a.jpg", jpeg(SampleFiles.blurred(page(800, 600))))))
                .isEqualTo("image_blurred");
        assertThat(fault(citizen.upload(path, kind, "a.jpg", jpeg(page(399, 600)))))
                .isEqualTo("image_too_small");
        Map<String, String> macros = new HashMap<>(DOCX);
        macros.put("word/vbaProject.bin", "x");
        assertThat(fault(citizen.upload(path, kind, "a.docx", zip(macros)))).isEqualTo("file_active_content");
        citizen.upload(path, kind, "a.pdf", PDF).expect(415);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> planOf(Map<String, Object> passport) {
        return (Map<String, Object>) ((List<?>) passport.get("documents")).getFirst();
    }

    private static String fault(Api.Answer answer) {
        return answer.expect(422).text("/errors/0/code");
    }

    private static long documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
