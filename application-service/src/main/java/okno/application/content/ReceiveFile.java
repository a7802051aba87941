package okno.application.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.domain.PaperFormat;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Takes a content in: measured, hashed, inspected and sealed while it is read once; what is refused leaves nothing. */
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
     * @param sha256 hex
     */
    public record Received(UUID id, String name, PaperFormat format, long size, String sha256) {}

    /**
     * @param name what the sender calls it, never trusted
     * @throws Problem {@code file_too_large} (413), {@code file_format} (415), {@code file_empty} or what the inspection
     *     found (422), {@code inspection_unavailable} (503); then nothing is kept
     */
    public Received handle(InputStreamSource source, String name, FileRule rule) {
        UUID id = Ids.next();
        try (PushbackInputStream content = new PushbackInputStream(source.getInputStream(), FileTypes.BEGINNING)) {
            PaperFormat format = format(content, rule);
            try (InputStream seen = rule.inspected() ? inspectors.watch(content, rule.demands(format)) : content;
                    Intake intake = new Intake(seen, rule.maxBytes())) {
                documents.put(id, intake);
                return new Received(id, safeName(name, format), format, intake.size(), intake.sha256());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("file cannot be read", e);
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
