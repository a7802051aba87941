package okno.application.content.inspect;

import java.awt.image.BufferedImage;

/**
 * Variance of the Laplacian of the brightness (Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000),
 * of the sharpest square of a picture: a page may be empty elsewhere. It falls with blur and with the resolution; {@code
 * docs/passports.md} says what pages give.
 */
final class Sharpness {

    private static final int SQUARE = 128;

    private Sharpness() {}

    /** Of brightness from 0 to 255; 0 for a picture smaller than three pixels. */
    static double of(BufferedImage picture) {
        double sharpest = 0;
        for (int y = 0; y + 3 <= picture.getHeight(); y += SQUARE) {
            for (int x = 0; x + 3 <= picture.getWidth(); x += SQUARE) {
                int width = Math.min(SQUARE, picture.getWidth() - x);
                int height = Math.min(SQUARE, picture.getHeight() - y);
                if (width >= 3 && height >= 3) {
                    sharpest = Math.max(sharpest, variance(brightness(picture, x, y, width, height), width));
                }
            }
        }
        return sharpest;
    }

    private static int[] brightness(BufferedImage picture, int x, int y, int width, int height) {
        int[] pixels = picture.getRGB(x, y, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            // ITU-R BT.601 in thousandths.
            pixels[i] = (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
        }
        return pixels;
    }

    private static double variance(int[] grey, int width) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = width; i < grey.length - width; i++) {
            if (i % width == 0 || i % width == width - 1) {
                continue;
            }
            int laplacian = grey[i - 1] + grey[i + 1] + grey[i - width] + grey[i + width] - 4 * grey[i];
            sum += laplacian;
            squares += (double) laplacian * laplacian;
            count++;
        }
        double mean = sum / count;
        return squares / count - mean * mean;
    }
}
