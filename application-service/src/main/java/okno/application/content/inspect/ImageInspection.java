package okno.application.content.inspect;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Pictures: the edges are read from the header, and only a picture of bounded size is decoded, and of that only as much
 * as its sharpness needs.
 */
final class ImageInspection {

    private static final int MAX_EDGE = 20_000;
    private static final long MAX_PIXELS = 50_000_000;
    /** A band of so many pixels tells whether letters are sharp; it takes 16 MB while it is looked at. */
    private static final int BAND_PIXELS = 4_000_000;
    /** Edges of an A4 page in inches, ISO 216. */
    private static final double A4_SHORT = 8.27;

    private static final double A4_LONG = 11.69;

    private ImageInspection() {}

    /**
     * @throws Refused {@code image_too_large}, {@code image_too_small}, {@code image_resolution_low}, {@code
     *     image_blurred}, {@code file_mixed}, {@code file_damaged}
     */
    static void check(byte[] content, Demands demands) throws IOException {
        Polyglot.check(content, false);
        ImageReader reader = reader(demands.format());
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, false);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            edges(width, height, demands);
            PictureEnd.check(content, demands.format());
            resolution(PictureDensity.of(reader.getImageMetadata(0)), width, height, demands.minDpi());
            if (demands.minSharpness() > 0 && Sharpness.of(band(reader, width, height)) < demands.minSharpness()) {
                throw new Refused("image_blurred");
            }
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        return readers.next();
    }

    private static void edges(int width, int height, Demands demands) {
        if (width > MAX_EDGE || height > MAX_EDGE || (long) width * height > MAX_PIXELS) {
            throw new Refused("image_too_large", MAX_PIXELS / 1_000_000);
        }
        if (width < demands.minWidth() || height < demands.minHeight()) {
            throw new Refused("image_too_small", demands.minWidth(), demands.minHeight());
        }
    }

    /**
     * Cameras write a resolution that means nothing (mostly 72), so a picture with pixels enough for a whole page at the
     * resolution demanded is accepted, too; and one that says nothing of its resolution is judged by its edges alone.
     */
    private static void resolution(int dpi, int width, int height, int minDpi) {
        boolean enoughForPage =
                Math.min(width, height) >= A4_SHORT * minDpi && Math.max(width, height) >= A4_LONG * minDpi;
        if (dpi > 0 && dpi < minDpi && !enoughForPage) {
            throw new Refused("image_resolution_low", minDpi);
        }
    }

    /** The middle of the picture over its whole width, in full resolution. */
    private static BufferedImage band(ImageReader reader, int width, int height) throws IOException {
        int rows = Math.clamp(BAND_PIXELS / width, 1, height);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(0, (height - rows) / 2, width, rows));
        return reader.read(0, param);
    }
}
