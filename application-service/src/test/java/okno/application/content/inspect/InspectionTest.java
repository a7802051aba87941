package okno.application.content.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static okno.application.SampleFiles.DOCX;
import static okno.application.SampleFiles.blurred;
import static okno.application.SampleFiles.joined;
import static okno.application.SampleFiles.jpeg;
import static okno.application.SampleFiles.page;
import static okno.application.SampleFiles.pdf;
import static okno.application.SampleFiles.pdfWith;
import static okno.application.SampleFiles.png;
import static okno.application.SampleFiles.scan;
import static okno.application.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import okno.application.SampleFiles;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class InspectionTest {

    private static final String WITHOUT_TABLE = """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """;
    private static final BufferedImage PAGE = page(827, 1169);

    @BeforeAll
    static void readersOfBrokenFilesSayNothing() {
        ((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pdfs")
    void judges_a_pdf_by_what_is_in_it(String what, byte[] content, Demands demands, @Nullable String code) {
        assertThat(code(content, demands)).isEqualTo(code);
    }

    static Stream<Arguments> pdfs() {
        Demands any = Demands.of("PDF");
        Demands fine = new Demands("PDF", 200, 0, 0, 3, 0);
        return Stream.of(
                arguments("one empty page", pdf("hello"), any, null),
                arguments("one page and no table of objects", WITHOUT_TABLE.getBytes(), any, null),
                arguments("only a beginning", "%PDF-1.7\nhello\n%%EOF".getBytes(), any, "file_damaged"),
                arguments("a script", pdfWith("OpenAction", Map.of("S", "JavaScript")), any, "file_active_content"),
                arguments("a program", pdfWith("OpenAction", Map.of("S", "Launch")), any, "file_active_content"),
                arguments("embedded files", pdfWith("Names", Map.of("EmbeddedFiles", "x")), any, "file_active_content"),
                arguments("an XFA form", pdfWith("AcroForm", Map.of("XFA", "x")), any, "file_active_content"),
                arguments("a plain form", pdfWith("AcroForm", Map.of("DA", "x")), any, null),
                arguments("a link within", pdfWith("OpenAction", Map.of("S", "GoTo")), any, null),
                arguments("a password", encrypted("secret"), any, "pdf_encrypted"),
                arguments("an owner's password only", encrypted(""), any, "pdf_encrypted"),
                arguments("three pages", pdf(3, document -> {}), fine, null),
                arguments("four pages", pdf(4, document -> {}), fine, "pdf_too_many_pages"),
                arguments("pages that hide their number", uncounted(4), fine, "pdf_too_many_pages"),
                arguments("a fine scan", scan(200), fine, null),
                arguments("a coarse scan", scan(150), fine, "image_resolution_low"),
                arguments("a coarse scan where nobody cares", scan(150), any, null),
                arguments("a table of objects that begins with itself", tableInACircle(), any, null),
                arguments("a page of HTML", pdf("<html><script>"), any, "file_mixed"),
                arguments("an archive behind it", joined(pdf(""), zip(DOCX)), any, "file_mixed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void judges_a_picture_by_what_it_shows(String what, byte[] content, Demands demands, @Nullable String code) {
        assertThat(code(content, demands)).isEqualTo(code);
    }

    static Stream<Arguments> pictures() {
        Demands any = Demands.of("JPG");
        Demands fine = new Demands("JPG", 200, 400, 500, 0, 100);
        byte[] sharp = jpeg(PAGE, 200);
        return Stream.of(
                arguments("sharp and fine", sharp, fine, null),
                arguments("sharp, of unknown resolution", jpeg(PAGE), fine, null),
                arguments("coarse", jpeg(PAGE, 96), fine, "image_resolution_low"),
                arguments("from a camera, with pixels for a page", jpeg(page(1700, 2400), 72), fine, null),
                arguments("small", jpeg(page(399, 800), 300), fine, "image_too_small"),
                arguments("blurred", jpeg(blurred(PAGE), 200), fine, "image_blurred"),
                arguments("blurred where nobody cares", jpeg(blurred(PAGE), 200), any, null),
                arguments("a PNG", png(PAGE), new Demands("PNG", 200, 400, 500, 0, 100), null),
                arguments("cut off", Arrays.copyOf(sharp, sharp.length / 2), any, "file_damaged"),
                arguments("a header that claims gigapixels", SampleFiles.floodOfPixels(), any, "image_too_large"),
                arguments("an archive behind it", joined(sharp, zip(DOCX)), any, "file_mixed"),
                arguments("a PNG called JPG by its beginning", png(PAGE), any, "file_damaged"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void judges_a_text_document_by_its_parts(String what, byte[] content, String format, @Nullable String code) {
        assertThat(code(content, Demands.of(format))).isEqualTo(code);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("plain", zip(DOCX), "DOCX", null),
                arguments("macros", docx("word/vbaProject.bin", "x"), "DOCX", "file_active_content"),
                arguments("an object", docx("word/embeddings/oleObject1.bin", "x"), "DOCX", "file_active_content"),
                arguments(
                        "a template from the network",
                        docx("word/_rels/settings.xml.rels", "<Relationship Type=\"http://x/attachedTemplate\"/>"),
                        "DOCX",
                        "file_active_content"),
                arguments("a bomb", docx("word/media/a.bin", "*"), "DOCX", "file_too_complex"),
                arguments("a hundred thousand entries", crowded(100_000), "DOCX", "file_too_complex"),
                arguments("a link that leads out", linked(), "DOCX", "file_damaged"),
                arguments("a way out", docx("../../etc/passwd", "x"), "DOCX", "file_damaged"),
                arguments("another archive", zip(Map.of("a.txt", "x")), "DOCX", "file_damaged"),
                arguments("more than its directory lists", withHidden(), "DOCX", "file_damaged"),
                arguments("no archive", "PK\u0003\u0004".getBytes(), "DOCX", "file_damaged"),
                arguments(
                        "an ODT",
                        zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>")),
                        "ODT",
                        null),
                arguments("XML", "<?xml version='1.0'?><a/>".getBytes(), "XML", null),
                arguments(
                        "XML with a type",
                        "<?xml version='1.0'?><!DOCTYPE a []><a/>".getBytes(),
                        "XML",
                        "file_active_content"),
                arguments("half an XML", "<?xml version='1.0'?><a>".getBytes(), "XML", "file_damaged"));
    }

    /** 2,000 broken files; each must be judged, and none may break the judge. */
    @Test
    void no_broken_file_breaks_the_inspector() {
        Random random = new Random(20261126);
        byte[][] files = {scan(30), jpeg(page(200, 200)), png(page(200, 200)), zip(DOCX)};
        String[] formats = {"PDF", "JPG", "PNG", "DOCX"};
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = files[i % 4].clone();
            for (int change = 0; change <= random.nextInt(20); change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            byte[] cut = i % 3 == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
            InspectorMain.judge(cut, new Demands(formats[i % 4], 200, 0, 0, 3, 100));
        }
    }

    private static @Nullable String code(byte[] content, Demands demands) {
        Refused refused = InspectorMain.judge(content, demands);
        return refused == null ? null : refused.code();
    }

    private static byte[] docx(String name, String content) {
        Map<String, String> entries = new HashMap<>(DOCX);
        entries.put(name, content);
        return zip(entries);
    }

    /** Readers find the objects without it. */
    private static byte[] tableInACircle() {
        String file = new String(pdf("hello"), ISO_8859_1);
        int table = file.indexOf("xref\n");
        return file.replace("/Root 1 0 R", "/Root 1 0 R /Prev " + table).getBytes(ISO_8859_1);
    }

    private static byte[] crowded(int entries) {
        Map<String, String> parts = new HashMap<>(DOCX);
        for (int i = 0; i < entries; i++) {
            parts.put("word/" + i, "");
        }
        return zip(parts);
    }

    /** The directory says of one part, as Unix programs do, that it is a symbolic link. */
    private static byte[] linked() {
        byte[] file = docx("word/link", "/etc/passwd");
        int entry = new String(file, ISO_8859_1).lastIndexOf("word/link") - 46;
        file[entry + 5] = 3;
        file[entry + 41] = (byte) 0xA1;
        file[entry + 40] = (byte) 0xFF;
        return file;
    }

    /** One entry that the directory at the end does not know. */
    private static byte[] withHidden() {
        byte[] file = zip(DOCX);
        file[file.length - 22 + 10] = 1;
        return file;
    }

    private static byte[] encrypted(String password) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tree says that it has one page. */
    private static byte[] uncounted(int pages) {
        return pdf(
                pages,
                document ->
                        document.getDocumentCatalog().getPages().getCOSObject().setInt(COSName.COUNT, 1));
    }
}
