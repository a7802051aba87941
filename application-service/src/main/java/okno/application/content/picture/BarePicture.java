package okno.application.content.picture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okno.application.casefile.domain.PaperFormat;
import org.jspecify.annotations.Nullable;

/**
 * A picture without its metadata: where and when a photograph was taken, by whom and with what, is nobody's business. What
 * is seen stays, byte for byte. Reads the original to its very end.
 */
public final class BarePicture extends FilterInputStream {

    private final Pieces pieces;
    private byte @Nullable [] piece = new byte[0];
    private int at;

    private BarePicture(InputStream content, Pieces pieces) {
        super(content);
        this.pieces = pieces;
    }

    public static boolean isOne(PaperFormat format) {
        return format == PaperFormat.JPG || format == PaperFormat.PNG;
    }

    /** @param format of a picture, see {@link #isOne} */
    public static BarePicture of(PaperFormat format, InputStream content) {
        Window window = new Window(content);
        return new BarePicture(content, format == PaperFormat.PNG ? new PngPieces(window) : new JpegPieces(window));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (piece != null && at == piece.length) {
            piece = pieces.next();
            at = 0;
        }
        byte[] present = piece;
        if (present == null) {
            return -1;
        }
        int count = Math.min(length, present.length - at);
        System.arraycopy(present, at, buffer, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
