package okno.identity.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ExportPart;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the archive of an export, sealed: {@code readme.pdf} for reading, {@code data/<service>.json} with everything,
 * {@code files/<service>/...}, and {@code manifest.json}, which says what each service gave and what is missing.
 */
@Component
class WriteArchive {

    private static final Duration WRITING = Duration.ofDays(2);
    private static final Duration LIFE = Duration.ofDays(60);

    private final DocumentStore archives;
    private final ExportContents contents;
    private final ReadableExport readable;
    private final JsonMapper json;
    private final Clock clock;

    WriteArchive(
            DocumentStore archives, ExportContents contents, ReadableExport readable, JsonMapper json, Clock clock) {
        this.archives = archives;
        this.contents = contents;
        this.readable = readable;
        this.json = json;
        this.clock = clock;
    }

    /** What the manifest says of one service. */
    record Given(String service, boolean complete, long records, int files, List<String> lostFiles) {

        static Given of(ExportPart part) {
            return new Given(
                    part.service(),
                    part.collected(),
                    part.records() == null ? 0 : part.records(),
                    part.files() == null ? 0 : part.files(),
                    part.lost());
        }
    }

    /** The size of the archive in bytes. */
    long handle(DataRequest request, List<ExportPart> parts) {
        Instant now = clock.instant();
        List<ExportPart> collected =
                parts.stream().filter(ExportPart::collected).toList();
        List<Given> given = parts.stream().map(Given::of).toList();
        long[] size = {0};
        archives.write(request.id(), out -> {
            Counted counted = new Counted(out);
            try (ZipOutputStream zip = new ZipOutputStream(counted, UTF_8)) {
                entry(zip, "readme.pdf", readable.pdf(request, given, now));
                entry(
                        zip,
                        "manifest.json",
                        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(request, given, now)));
                for (ExportPart part : collected) {
                    data(zip, part);
                    files(zip, part);
                }
            }
            size[0] = counted.bytes;
        });
        return size[0];
    }

    void forget(UUID requestId) {
        archives.delete(requestId);
    }

    /** Forgets what a crash or an erasure in the middle of collecting left behind: nothing of an export lives that long. */
    void sweep(Instant now) {
        archives.forgetUnfinished(now.minus(WRITING));
        archives.each(now.minus(LIFE), ids -> ids.forEach(archives::delete));
    }

    private static Map<String, Object> manifest(DataRequest request, List<Given> given, Instant now) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("requestId", request.id());
        manifest.put("requestedAt", request.createdAt());
        manifest.put("madeAt", now);
        manifest.put("complete", given.stream().allMatch(Given::complete));
        manifest.put("services", given);
        return manifest;
    }

    private void data(ZipOutputStream zip, ExportPart part) throws IOException {
        zip.putNextEntry(new ZipEntry("data/" + part.service() + ".json"));
        zip.write("[".getBytes(UTF_8));
        List<String> separator = new ArrayList<>(List.of("\n"));
        contents.eachRecord(part.requestId(), part.service(), line -> {
            try {
                zip.write(separator.getFirst().getBytes(UTF_8));
                zip.write(json.writeValueAsBytes(line));
                separator.set(0, ",\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        zip.write("\n]\n".getBytes(UTF_8));
        zip.closeEntry();
    }

    private void files(ZipOutputStream zip, ExportPart part) throws IOException {
        for (ExportContents.FileReference file : contents.files(part.requestId(), part.service())) {
            if (part.lost().contains(file.id())) {
                continue;
            }
            zip.putNextEntry(new ZipEntry("files/" + part.service() + "/" + file.id() + "-" + safe(file.name())));
            try (InputStream content = contents.open(part.requestId(), part.service(), file.id())) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** A name that leads nowhere when it is unpacked, on any system. */
    private static String safe(String name) {
        String kept = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^\\.+", "_");
        return kept.length() <= 100 ? kept : kept.substring(kept.length() - 100);
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            out.write(b, from, length);
            bytes += length;
        }
    }
}
