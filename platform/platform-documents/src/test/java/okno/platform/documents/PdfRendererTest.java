package okno.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.samskivert.mustache.MustacheException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {

    private static final String LINK = "https://okno.example/проверка?id=1";

    private final PdfRenderer renderer = new PdfRenderer();

    @Test
    void cyrillic_text_and_markup_in_values_can_be_read_back() throws Exception {
        try (var document = Loader.loadPDF(letter("Мария <script>&"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Выписка", "Мария <script>&");
        }
    }

    @Test
    void a_phone_reads_the_code_on_the_page() throws Exception {
        try (var document = Loader.loadPDF(letter("Мария"))) {
            assertThat(decode(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .isEqualTo(LINK);
        }
    }

    @Test
    void it_is_pdf_a_with_all_fonts_inside() throws Exception {
        try (var document = Loader.loadPDF(letter("Мария"))) {
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfaid:part").contains(">2<").contains(">B<");
            assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void a_missing_value_is_an_error() {
        assertThatThrownBy(() -> renderer.render("templates/letter.html", Map.of("title", "t")))
                .isInstanceOf(MustacheException.class);
    }

    @Test
    void a_text_too_long_for_a_code_is_refused() {
        assertThatThrownBy(() -> QrCodes.png("ж".repeat(3_000), 100)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] letter(String name) {
        String qr = Base64.getEncoder().encodeToString(QrCodes.png(LINK, 300));
        return renderer.render("templates/letter.html", Map.of("title", "Выписка", "name", name, "qr", qr));
    }

    private static String decode(java.awt.image.BufferedImage page) throws Exception {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
