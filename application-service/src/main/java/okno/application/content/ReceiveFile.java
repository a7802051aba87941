package okno.application.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.domain.PaperFormat;
import okno.application.content.picture.BarePicture;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Takes a content in: measured, hashed, inspected and sealed while it is read once; what is refused leaves nothing. Pictures
 * lose their metadata on the way, before they are hashed: what is signed later is what lies here (ADR 0059).
 */
@Component
public class ReceiveFile {

    private static final int MAX_NAME = 255;

    private final FileTypes types;
    private final Inspectors inspectors;
    private final DocumentStore documents;

    ReceiveFile(FileTypes types, Inspectors inspectors, DocumentStore documents) {
        this.types = types;
        this.inspectors = inspectors;
        this.documents = documents;
    }

    /**
     * A content that lies in the document store under its id.
     *
     * @param name without anything that a file system or a header could stumble over
     * @param size in bytes
     * @param sha256 of what lies there, hex
     * @param sentSha256 of the file as it was sent, when metadata were taken out of it; null: it lies there as it came
     */
    public record Received(
            UUID id,
            String name,
            PaperFormat format,
            long size,
            String sha256,
            @Nullable String sentSha256) {}

    /**
     * @param name what the sender calls it, never trusted
     * @throws Problem {@code file_too_large} (413), {@code file_format} (415), {@code file_empty} or what the inspection
     *     found (422), {@code inspection_unavailable} (503); then nothing is kept
     */
    public Received handle(InputStreamSource source, String name, FileRule rule) {
        return handle(Ids.next(), source, name, rule);
    }

    /** The same under an id that stands in the content itself. */
    public Received handle(UUID id, InputStreamSource source, String name, FileRule rule) {
        try (PushbackInputStream content = new PushbackInputStream(source.getInputStream(), FileTypes.BEGINNING)) {
            PaperFormat format = format(content, rule);
            if (rule.inspected() && BarePicture.isOne(format)) {
                return picture(id, content, safeName(name, format), format, rule);
            }
            if (rule.inspected()) {
                return inspected(id, content, safeName(name, format), format, rule);
            }
            try (Intake intake = new Intake(content, rule.maxBytes())) {
                documents.put(id, intake);
                return new Received(id, safeName(name, format), format, intake.size(), intake.sha256(), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("file cannot be read", e);
        }
    }

    private Received inspected(UUID id, InputStream content, String name, PaperFormat format, FileRule rule)
            throws IOException {
        try (InspectedStream seen = inspectors.watch(content, rule.demands(format));
                Intake intake = new Intake(seen, rule.maxBytes())) {
            documents.put(id, intake, seen::accept);
            return new Received(id, name, format, intake.size(), intake.sha256(), null);
        }
    }

    /** The inspector sees what was sent, also what is lost before it is kept. */
    private Received picture(UUID id, InputStream content, String name, PaperFormat format, FileRule rule)
            throws IOException {
        try (InspectedStream seen = inspectors.watch(content, rule.demands(format));
                Intake sent = new Intake(seen, rule.maxBytes());
                Intake intake = new Intake(BarePicture.of(format, sent), rule.maxBytes())) {
            documents.put(id, intake, seen::accept);
            String sha256 = intake.sha256();
            String before = sent.sha256();
            return new Received(id, name, format, intake.size(), sha256, before.equals(sha256) ? null : before);
        }
    }

    private PaperFormat format(PushbackInputStream content, FileRule rule) throws IOException {
        int first = content.read();
        if (first < 0) {
            throw Problem.invalid(List.of(FieldFault.at("/file", "file_empty")));
        }
        content.unread(first);
        return types.detect(content)
                .filter(known -> rule.formats().contains(known.name()))
                .orElseThrow(() -> new Problem(
                        ProblemKind.UNSUPPORTED_CONTENT,
                        "file_format",
                        String.join(", ", rule.formats().stream().sorted().toList())));
    }

    /** The last part of the name, without characters that steer something or turn the direction of reading. */
    private static String safeName(String name, PaperFormat format) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").strip();
        if (clean.isEmpty()) {
            return "document." + format.name().toLowerCase(Locale.ROOT);
        }
        return clean.length() > MAX_NAME ? clean.substring(clean.length() - MAX_NAME) : clean;
    }
}
