package okno.application.content.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import okno.application.SampleFiles;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Pages of text as a scanner or a camera makes them: blurred by so many millimetres, a little grey, a little noisy. */
class SharpnessTest {

    private static final int LIMIT = shipped();
    private static final String WORDS = "Hereby it is certified that citizen M. Ivanova is the owner of the house";

    @ParameterizedTest(name = "{1} point at {0} dpi, {2} mm")
    @CsvSource({
        "200, 8, 0.04",
        "200, 10, 0.08",
        "200, 14, 0.13",
        "300, 8, 0.13",
        "300, 10, 0.04",
        "300, 14, 0.13",
        "600, 10, 0.04",
        "600, 10, 0.08"
    })
    void a_page_that_can_be_read_is_sharp_enough_for_the_shipped_passport(int dpi, int points, double blur)
            throws IOException {
        assertThat(Sharpness.of(photographed(dpi, points, blur))).isGreaterThan(LIMIT);
    }

    @ParameterizedTest(name = "{1} point at {0} dpi, {2} mm")
    @CsvSource({"200, 8, 0.45", "200, 14, 0.45", "300, 8, 0.45", "300, 14, 0.6", "600, 10, 0.45"})
    void a_page_that_nobody_can_read_is_not(int dpi, int points, double blur) throws IOException {
        assertThat(Sharpness.of(photographed(dpi, points, blur))).isLessThan(LIMIT);
    }

    private static int shipped() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(Path.of("src/main/resources/passports/maternity-capital.json")))
                    .at("/documents/0/quality/minSharpness")
                    .asInt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage photographed(int dpi, int points, double blur) throws IOException {
        BufferedImage picture = noisy(outOfFocus(page(dpi, points), blur / 25.4 * dpi));
        return ImageIO.read(new ByteArrayInputStream(SampleFiles.jpeg(picture)));
    }

    /** Two by one and a half inches of a page. */
    private static BufferedImage page(int dpi, int points) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(144, 108));
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.setFont(new PDType1Font(FontName.TIMES_ROMAN), points);
                for (double y = 108 - points; y > 0; y -= points * 1.3) {
                    pen.beginText();
                    pen.newLineAtOffset(4, (float) y);
                    pen.showText(WORDS);
                    pen.endText();
                }
            }
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
    }

    /** By a Gaussian of so many pixels, without the rim that it cannot reach. */
    private static BufferedImage outOfFocus(BufferedImage picture, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        BufferedImage across = new ConvolveOp(new Kernel(weights.length, 1, weights)).filter(picture, null);
        BufferedImage both = new ConvolveOp(new Kernel(1, weights.length, weights)).filter(across, null);
        return both.getSubimage(reach, reach, both.getWidth() - 2 * reach, both.getHeight() - 2 * reach);
    }

    /** Grey paper, grey ink, and three steps of noise of 255. */
    private static BufferedImage noisy(BufferedImage picture) {
        Random random = new Random(1);
        BufferedImage noisy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = noisy.getRaster();
        for (int y = 0; y < noisy.getHeight(); y++) {
            for (int x = 0; x < noisy.getWidth(); x++) {
                double grey = 50 + picture.getRaster().getSample(x, y, 0) * 185 / 255.0 + random.nextGaussian() * 3;
                raster.setSample(x, y, 0, Math.clamp(Math.round(grey), 0, 255));
            }
        }
        return noisy;
    }
}
