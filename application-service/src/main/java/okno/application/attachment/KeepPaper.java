package okno.application.attachment;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.PaperFormat;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Papers;
import okno.application.vault.DocumentStore;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a file in: judged by its content, sealed and stored while it is read, then recorded with whatever else must
 * happen in the same transaction. When that fails the content is thrown away again.
 */
@Component
public class KeepPaper {

    private static final int MAX_NAME = 255;

    private final DocumentStore documents;
    private final Papers papers;
    private final TransactionOperations transaction;
    private final Clock clock;

    KeepPaper(DocumentStore documents, Papers papers, TransactionOperations transaction, Clock clock) {
        this.documents = documents;
        this.papers = papers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file as it came, read once; {@code name} is what the sender calls it and is never trusted. */
    public record File(String kind, String name, InputStreamSource content) {}

    /** What is accepted: {@code formats} by name, {@code maxBytes} of content. */
    public record Rule(Set<String> formats, long maxBytes) {}

    /**
     * Judges and keeps a file while reading it; {@code effect} runs in the transaction that records it.
     *
     * @throws Problem {@code file_too_large} (413), {@code file_format} (415), {@code file_empty} (422); then nothing
     *     is kept
     */
    public <T> T handle(UUID applicationId, Side side, File file, Rule rule, Function<Paper, T> effect) {
        Paper paper = store(applicationId, side, file, rule);
        try {
            T result = transaction.execute(status -> {
                papers.insert(paper);
                return effect.apply(paper);
            });
            return Objects.requireNonNull(result);
        } catch (RuntimeException failed) {
            documents.delete(paper.id());
            throw failed;
        }
    }

    private Paper store(UUID applicationId, Side side, File file, Rule rule) {
        UUID id = Ids.next();
        try (PushbackInputStream content =
                        new PushbackInputStream(file.content.getInputStream(), PaperFormat.BEGINNING);
                Intake intake = new Intake(content, rule.maxBytes)) {
            PaperFormat format = format(content, rule);
            documents.put(id, intake);
            return new Paper(
                    id,
                    applicationId,
                    side,
                    file.kind,
                    safeName(file.name, format),
                    format,
                    intake.size(),
                    intake.sha256(),
                    Paper.State.CLEAN,
                    clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("file cannot be read", e);
        }
    }

    private static PaperFormat format(PushbackInputStream content, Rule rule) throws IOException {
        byte[] beginning = content.readNBytes(PaperFormat.BEGINNING);
        if (beginning.length == 0) {
            throw Problem.invalid(List.of(FieldFault.at("/file", "file_empty")));
        }
        content.unread(beginning);
        return PaperFormat.of(beginning)
                .filter(known -> rule.formats.contains(known.name()))
                .orElseThrow(() -> new Problem(
                        ProblemKind.UNSUPPORTED_CONTENT,
                        "file_format",
                        String.join(", ", rule.formats.stream().sorted().toList())));
    }

    /** The last part of the name without anything that a file system or a header could stumble over. */
    private static String safeName(String name, PaperFormat format) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").strip();
        if (clean.isEmpty()) {
            return "document." + format.name().toLowerCase(Locale.ROOT);
        }
        return clean.length() > MAX_NAME ? clean.substring(clean.length() - MAX_NAME) : clean;
    }
}
