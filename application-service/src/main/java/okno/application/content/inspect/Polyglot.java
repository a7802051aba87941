package okno.application.content.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Files that are two things at once: what one program shows as a picture another runs or unpacks. */
final class Polyglot {

    /** Browsers and PDF readers look for their own beginning in so many first bytes. */
    private static final int BEGINNING = 1024;

    private static final List<String> MARKUP = List.of("<html", "<script", "<svg", "<!doctype html", "<body");
    /** A ZIP ends with a record of 22 bytes and a comment of at most 65,535. */
    private static final int ZIP_END = 22;

    private static final int ZIP_COMMENT = 65_535;

    private Polyglot() {}

    /** @throws Refused {@code file_mixed} */
    static void check(byte[] content, boolean pdf) {
        String beginning = new String(content, 0, Math.min(content.length, BEGINNING), ISO_8859_1);
        String lower = beginning.toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(lower::contains) || (!pdf && beginning.contains("%PDF-")) || endsAsZip(content)) {
            throw new Refused("file_mixed");
        }
    }

    /** Whether an end record stands where unpackers look for it, with a directory that lies in the file. */
    private static boolean endsAsZip(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int first = Math.max(0, content.length - ZIP_END - ZIP_COMMENT);
        for (int at = content.length - ZIP_END; at >= first; at--) {
            if (bytes.getInt(at) == 0x06054b50 && hasDirectory(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDirectory(ByteBuffer bytes, int end) {
        long size = Integer.toUnsignedLong(bytes.getInt(end + 12));
        long start = end - size;
        return size >= 46
                && start >= 0
                && Arrays.equals(
                        Arrays.copyOfRange(bytes.array(), (int) start, (int) start + 4), new byte[] {'P', 'K', 1, 2});
    }
}
