package okno.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Renders a mustache template of well-formed XHTML as PDF/A-2b (ISO 19005-2) with embedded fonts, Cyrillic included:
 * {@code Liberation Sans} and {@code Liberation Serif}, normal and bold. A value that the template names and the model
 * lacks is an error; values are escaped. Nothing outside the template is fetched: images come as {@code data:} URIs.
 */
public final class PdfRenderer {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).strictSections(true);
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /**
     * Fills the template and draws it.
     *
     * @param templateResource class path resource, such as {@code templates/receipt.html}, UTF-8
     * @return the bytes of the PDF
     */
    public byte[] render(String templateResource, Map<String, ?> model) {
        String html = templates
                .computeIfAbsent(templateResource, PdfRenderer::compile)
                .execute(model);
        var out = new ByteArrayOutputStream(64 * 1024);
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(SRGB);
        builder.useUriResolver((base, uri) -> onlyData(uri));
        font(builder, "Liberation Sans", "Sans");
        font(builder, "Liberation Serif", "Serif");
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static @Nullable String onlyData(String uri) {
        return uri.startsWith("data:") ? uri : null;
    }

    private static void font(PdfRendererBuilder builder, String family, String file) {
        builder.useFont(
                () -> open("liberation/Liberation" + file + "-Regular.ttf"), family, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> open("liberation/Liberation" + file + "-Bold.ttf"), family, 700, FontStyle.NORMAL, true);
    }

    private static Template compile(String resource) {
        try (InputStream in = open(resource)) {
            return COMPILER.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        InputStream in = loader.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("no such resource: " + resource);
        }
        return in;
    }
}
