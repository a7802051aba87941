package okno.application.content.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Text documents (ECMA-376 DOCX, ISO 26300 ODT): the archive must be of bounded size and honest about its entries, and
 * must hold no macros, foreign objects or links that load when it is opened.
 */
final class OfficeInspection {

    private static final int MAX_ENTRIES = 2_000;
    private static final long MAX_UNPACKED = 100L * 1024 * 1024;
    /** Parts that are read as text here; larger ones are no table of contents. */
    private static final int MAX_PART = 1024 * 1024;

    private static final int MADE_BY_UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int SYMBOLIC_LINK = 0xA000;

    private static final String DOCX_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    /** Beginnings of the names of parts that run or embed something. */
    private static final List<String> ACTIVE = List.of(
            "word/vbaproject",
            "word/vbadata",
            "word/activex/",
            "word/embeddings/",
            "customui/",
            "basic/",
            "scripts/",
            "object ",
            "dialogs/");

    private final Set<String> names = new HashSet<>();
    private long unpacked;
    private boolean known;

    private OfficeInspection() {}

    /**
     * @throws Refused {@code file_too_complex} for an archive that grows too large, {@code file_active_content} for
     *     macros, objects and links, {@code file_damaged} when it is another kind of archive
     */
    static void check(byte[] content, String format) throws IOException {
        OfficeInspection inspection = new OfficeInspection();
        inspection.entries(content);
        if (!inspection.known || !inspection.isWhole(content, format)) {
            throw Refused.damaged();
        }
    }

    private void entries(byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (names.size() == MAX_ENTRIES) {
                    throw new Refused("file_too_complex");
                }
                if (leavesItsFolder(name) || !names.add(name)) {
                    throw Refused.damaged();
                }
                if (ACTIVE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                    throw new Refused("file_active_content");
                }
                part(name, read(zip));
            }
        }
    }

    /** Unpacks to the end, whatever the entry says of its size; keeps the beginning. */
    private String read(ZipInputStream zip) throws IOException {
        byte[] kept = zip.readNBytes(MAX_PART);
        count(kept.length);
        byte[] rest = new byte[64 * 1024];
        for (int more = zip.read(rest); more >= 0; more = zip.read(rest)) {
            count(more);
        }
        return new String(kept, UTF_8);
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > MAX_UNPACKED) {
            throw new Refused("file_too_complex");
        }
    }

    private void part(String name, String text) {
        if (name.equals("[Content_Types].xml")) {
            known |= text.contains(DOCX_MAIN);
            refuseIf(text.contains("macroEnabled") || text.contains("vbaProject") || text.contains("activeX"));
        } else if (name.equals("mimetype")) {
            known |= text.equals(ODT);
        } else if (name.endsWith(".rels")) {
            // Links of the text are clicked; everything else that is external is loaded on opening.
            refuseIf(text.contains("attachedTemplate\"")
                    || text.contains("/oleObject\"")
                    || text.contains("/frame\"")
                    || text.contains("/aFChunk\""));
        } else if (name.equals("META-INF/manifest.xml")) {
            refuseIf(text.contains("encryption-data"));
        }
    }

    private static void refuseIf(boolean active) {
        if (active) {
            throw new Refused("file_active_content");
        }
    }

    private static boolean leavesItsFolder(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains("\0")
                || name.contains(":")
                || List.of(name.split("/")).contains("..");
    }

    /** What was unpacked must be what the directory at the end lists: programs read the one or the other. */
    private boolean isWhole(byte[] content, String format) {
        String main = format.equals("DOCX") ? "word/document.xml" : "content.xml";
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = content.length - 22; at >= Math.max(0, content.length - 22 - 65_535); at--) {
            if (bytes.getInt(at) == 0x06054b50) {
                return names.contains(main)
                        && Short.toUnsignedInt(bytes.getShort(at + 10)) == names.size()
                        && hasNoLinks(bytes, bytes.getInt(at + 16));
            }
        }
        return false;
    }

    /** Entries of a directory (APPNOTE 4.3.12) that Unix programs would unpack as symbolic links lead anywhere. */
    private boolean hasNoLinks(ByteBuffer bytes, int directory) {
        int at = directory;
        for (int entry = 0; entry < names.size(); entry++) {
            if (bytes.getInt(at) != 0x02014b50) {
                return false;
            }
            boolean unix = bytes.get(at + 5) == MADE_BY_UNIX;
            if (unix && (bytes.getInt(at + 38) >>> 16 & FILE_TYPE) == SYMBOLIC_LINK) {
                return false;
            }
            at += 46
                    + Short.toUnsignedInt(bytes.getShort(at + 28))
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        return true;
    }
}
