package okno.application.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Streams one after the other, each opened when the one before has ended. */
final class ChainedStream extends InputStream {

    private final Supplier<@Nullable InputStream> following;
    private @Nullable InputStream current;

    /** @param following the next stream; null after the last */
    ChainedStream(Supplier<@Nullable InputStream> following) {
        this.following = following;
        this.current = following.get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (current != null) {
            int count = current.read(buffer, offset, length);
            if (count >= 0) {
                return count;
            }
            current.close();
            current = following.get();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
