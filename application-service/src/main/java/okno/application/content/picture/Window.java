package okno.application.content.picture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a stream that is looked at, so that a picture is never wholly in memory. */
final class Window {

    private final InputStream content;
    /** Holds the longest segment of a JPEG, 65,535 bytes and its marker. */
    private final byte[] buffer = new byte[128 * 1024];

    private int at;
    private int end;

    Window(InputStream content) {
        this.content = content;
    }

    /** Makes so many bytes visible; false when the stream ends before. */
    boolean has(int count) throws IOException {
        if (end - at >= count) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < count) {
            int more = content.read(buffer, end, buffer.length - end);
            if (more < 0) {
                return false;
            }
            end += more;
        }
        return true;
    }

    /** Of the visible bytes the one so far ahead, 0 to 255. */
    int peek(int ahead) {
        return buffer[at + ahead] & 0xFF;
    }

    /** Big-endian. */
    int peekShort(int ahead) {
        return peek(ahead) << 8 | peek(ahead + 1);
    }

    long peekInt(int ahead) {
        return (long) peekShort(ahead) << 16 | peekShort(ahead + 2);
    }

    int visible() {
        return end - at;
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(buffer, at, at + count);
        at += count;
        return taken;
    }

    void skip(int count) {
        at += count;
    }

    /** Visible bytes before the first of this value, at most so many. */
    int before(byte value) {
        int found = at;
        while (found < end && buffer[found] != value) {
            found++;
        }
        return found - at;
    }

    /** Reads on to the end, for whoever watches the stream. */
    void drain() throws IOException {
        do {
            at = end;
        } while (has(1));
    }
}
