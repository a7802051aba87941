package okno.application.content.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A PNG (W3C PNG 3.0) of the chunks that are needed to show it; text, Exif and times go, and what stands behind IEND. */
final class PngPieces implements Pieces {

    private static final int SIGNATURE = 8;
    /** Length, type and checksum. */
    private static final int FRAME = 12;

    /** Ancillary chunks that change what is seen; critical ones begin with a capital and stay anyway. */
    private static final Set<String> SHOWN = Set.of(
            "cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB", "bKGD", "hIST", "tRNS", "pHYs", "sPLT",
            "acTL", "fcTL", "fdAT");

    private final Window window;
    private boolean begun;
    private boolean ended;
    private boolean last;
    private boolean kept;
    private long left;

    PngPieces(Window window) {
        this.window = window;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] piece = null;
        while (piece == null && !ended) {
            if (!begun) {
                begun = true;
                left = SIGNATURE;
                kept = true;
            }
            piece = left > 0 ? data() : chunk();
        }
        return piece;
    }

    /** The frame of the next chunk is looked at only; {@link #data} takes it. */
    private byte @Nullable [] chunk() throws IOException {
        if (last) {
            window.drain();
            ended = true;
            return null;
        }
        if (!window.has(8)) {
            // The inspection has the last word on what is cut off.
            left = window.visible();
            kept = true;
            last = true;
            ended = left == 0;
            return null;
        }
        byte[] name = {(byte) window.peek(4), (byte) window.peek(5), (byte) window.peek(6), (byte) window.peek(7)};
        String type = new String(name, ISO_8859_1);
        left = FRAME + window.peekInt(0);
        kept = Character.isUpperCase(type.charAt(0)) || SHOWN.contains(type);
        last = type.equals("IEND");
        return null;
    }

    private byte @Nullable [] data() throws IOException {
        if (!window.has(1)) {
            ended = true;
            return null;
        }
        int count = (int) Math.min(left, window.visible());
        left -= count;
        if (kept) {
            return window.take(count);
        }
        window.skip(count);
        return null;
    }
}
