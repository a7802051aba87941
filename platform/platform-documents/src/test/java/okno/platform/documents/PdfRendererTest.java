package okno.platform.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.samskivert.mustache.MustacheException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {

    private static final String TEMPLATE = "templates/certificate.html";

    private final PdfRenderer renderer = new PdfRenderer();

    record Row(String code, String text) {}

    @Test
    void writes_cyrillic_that_can_be_read_back() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(renderer.render(TEMPLATE, model()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Справка о ёжиках",
                            "Выдана: Иванова <Мария> & Ко",
                            "№ 77-000001",
                            "1 — первый",
                            "2 — второй");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Справка о ёжиках");
        }
    }

    @Test
    void embeds_every_font_and_declares_pdf_a() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(renderer.render(TEMPLATE, model()))) {
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .as(name.getName())
                        .isTrue();
            }
            String metadata = new String(
                    pdf.getDocumentCatalog().getMetadata().exportXMPMetadata().readAllBytes(), UTF_8);
            assertThat(metadata).containsPattern("pdfaid:part\\W+2").containsPattern("pdfaid:conformance\\W+B");
            assertThat(pdf.getDocumentCatalog().getOutputIntents()).isNotEmpty();
            assertThat(pdf.isEncrypted()).isFalse();
        }
    }

    @Test
    void prints_a_qr_code_that_can_be_scanned() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(renderer.render(TEMPLATE, model()))) {
            assertThat(scan(new PDFRenderer(pdf).renderImageWithDPI(0, 150))).isEqualTo("https://okno.example/п?i=1");
        }
    }

    @Test
    void draws_qr_codes_of_the_size_asked_for() throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrCodes.png("ST00012|Name=ФНС", 300)));

        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(scan(picture)).isEqualTo("ST00012|Name=ФНС");
        assertThatIllegalArgumentException().isThrownBy(() -> QrCodes.png("a".repeat(5000), 300));
    }

    @Test
    void refuses_to_leave_a_gap() {
        Map<String, Object> model = model();
        model.remove("number");

        assertThatExceptionOfType(MustacheException.class).isThrownBy(() -> renderer.render(TEMPLATE, model));
        assertThatIllegalArgumentException().isThrownBy(() -> renderer.render("templates/none.html", Map.of()));
    }

    @Test
    void leaves_out_characters_that_xml_cannot_hold() throws IOException {
        Map<String, Object> model = model();
        model.put("person", "a\u0000\u0001b");

        try (PDDocument pdf = Loader.loadPDF(renderer.render(TEMPLATE, model))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Выдана: ab");
        }
    }

    @Test
    void loads_nothing_from_outside() throws IOException {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(300);
            Map<String, Object> model = model();
            model.put("outside", "http://localhost:" + outside.getLocalPort() + "/x.png");
            renderer.render(TEMPLATE, model);
            model.put("outside", "file:///etc/passwd");
            renderer.render(TEMPLATE, model);

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(outside::accept);
        }
    }

    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("title", "Справка о ёжиках");
        model.put("person", "Иванова <Мария> & Ко");
        model.put("number", "77-000001");
        model.put("rows", List.of(new Row("1", "первый"), new Row("2", "второй")));
        model.put("qr", QrCodes.dataUri("https://okno.example/п?i=1", 240));
        model.put("outside", "");
        return model;
    }

    private static String scan(BufferedImage picture) throws Exception {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))))
                .getText();
    }
}
