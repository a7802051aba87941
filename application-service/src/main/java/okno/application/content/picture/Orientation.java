package okno.application.content.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The one thing of Exif (CIPA DC-008) without which a photograph is shown wrongly: which side is up. */
final class Orientation {

    private static final String EXIF = "Exif\0\0";
    private static final int HEADER = 4 + EXIF.length();
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Orientation() {}

    /** A segment with the orientation of another and nothing else; null when it says none, or the usual one. */
    static byte @Nullable [] of(byte[] segment) {
        int orientation = read(segment);
        if (orientation < 2 || orientation > 8) {
            return null;
        }
        return ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put(EXIF.getBytes(ISO_8859_1))
                .put("MM".getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static int read(byte[] segment) {
        if (segment.length < HEADER + 8 || !new String(segment, 4, EXIF.length(), ISO_8859_1).equals(EXIF)) {
            return 0;
        }
        ByteBuffer tiff =
                ByteBuffer.wrap(segment, HEADER, segment.length - HEADER).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = Integer.toUnsignedLong(tiff.getInt(4));
        if (first > tiff.limit() - 2) {
            return 0;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) first));
        for (int i = 0; i < entries; i++) {
            int at = (int) first + 2 + 12 * i;
            if (at > tiff.limit() - 12) {
                return 0;
            }
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && tiff.getShort(at + 2) == SHORT) {
                return Short.toUnsignedInt(tiff.getShort(at + 8));
            }
        }
        return 0;
    }
}
