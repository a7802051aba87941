package okno.platform.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;

/**
 * Renders a document as PDF/A-2b (ISO 19005-2) from a mustache template of XHTML. Fonts {@code Liberation Sans}, {@code
 * Liberation Serif} and {@code Liberation Mono} are embedded and hold Cyrillic. Values are escaped, a missing value is an
 * error, and nothing is ever loaded from outside: pictures come as {@code data:} URIs.
 */
public final class PdfRenderer {

    private static final String FONTS = "/liberation/Liberation";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final Templates templates = new Templates();

    /**
     * Fills the template and renders it.
     *
     * @param templateResource class path resource, such as {@code templates/receipt.html}; well-formed XHTML in UTF-8
     * @param model values by name; records are read by their components, lists by sections
     * @return the PDF file
     * @throws com.samskivert.mustache.MustacheException when the model lacks a value that the template names
     */
    public byte[] render(String templateResource, Map<String, ?> model) {
        String html = templates.fill(templateResource, model);
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 << 10)) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .withHtmlContent(html, "")
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(SRGB)
                    .withProducer("Okno")
                    .toStream(pdf);
            addFonts(builder, "Sans");
            addFonts(builder, "Serif");
            addFonts(builder, "Mono");
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFonts(PdfRendererBuilder builder, String family) {
        String name = "Liberation " + family;
        builder.useFont(font(family + "-Regular"), name, 400, FontStyle.NORMAL, true);
        builder.useFont(font(family + "-Bold"), name, 700, FontStyle.NORMAL, true);
        builder.useFont(font(family + "-Italic"), name, 400, FontStyle.ITALIC, true);
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(PdfRenderer.class.getResourceAsStream(FONTS + file + ".ttf"), file);
    }
}
