package okno.application.content.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG (ITU-T T.81, annex B) of what is needed to show it: of the application segments JFIF, the colour profile and
 * Adobe's transform stay; Exif, XMP, IPTC, comments and what stands behind the end go. Exif's orientation is written anew,
 * or photographs would lie on their side.
 */
final class JpegPieces implements Pieces {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;

    private final Window window;
    private boolean inScan;
    private boolean broken;
    private boolean ended;

    JpegPieces(Window window) {
        this.window = window;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] piece = null;
        while (piece == null && !ended) {
            if (broken) {
                piece = rest();
            } else {
                piece = inScan ? scanned() : segment();
            }
        }
        return piece;
    }

    /** Compressed data up to the next marker; FF00 and restarts belong to it. */
    private byte @Nullable [] scanned() throws IOException {
        if (!window.has(2)) {
            broken = true;
            return null;
        }
        int clear = window.before((byte) 0xFF);
        if (clear > 0) {
            return window.take(clear);
        }
        int marker = window.peek(1);
        if (marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) {
            return window.take(2);
        }
        inScan = false;
        return null;
    }

    /** One segment, empty-handed when it is not kept. */
    private byte @Nullable [] segment() throws IOException {
        if (!window.has(2) || window.peek(0) != 0xFF) {
            broken = true;
            return null;
        }
        int marker = window.peek(1);
        if (marker == 0xFF) {
            window.skip(1);
            return null;
        }
        if (marker == EOI) {
            byte[] end = window.take(2);
            window.drain();
            ended = true;
            return end;
        }
        if (marker == SOI || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
            return window.take(2);
        }
        if (!window.has(4) || window.peekShort(2) < 2 || !window.has(2 + window.peekShort(2))) {
            broken = true;
            return null;
        }
        inScan = marker == SOS;
        byte[] segment = window.take(2 + window.peekShort(2));
        return isKept(marker, segment) ? segment : Orientation.of(marker == APP1 ? segment : new byte[0]);
    }

    private static boolean isKept(int marker, byte[] segment) {
        return switch (marker) {
            case APP0 -> begins(segment, "JFIF\0");
            case APP2 -> begins(segment, "ICC_PROFILE\0");
            case APP14 -> begins(segment, "Adobe");
            default -> (marker < APP0 || marker > APP15) && marker != COM;
        };
    }

    private static boolean begins(byte[] segment, String name) {
        return segment.length >= 4 + name.length() && new String(segment, 4, name.length(), ISO_8859_1).equals(name);
    }

    /** What is no JPEG from here on is given on as it is; the inspection has the last word on it. */
    private byte @Nullable [] rest() throws IOException {
        if (!window.has(1)) {
            ended = true;
            return null;
        }
        return window.take(window.visible());
    }
}
