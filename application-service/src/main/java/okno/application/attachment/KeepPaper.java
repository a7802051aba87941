package okno.application.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.PaperFormat;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Papers;
import okno.application.vault.DocumentStore;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a file in: judged by its content, sealed and stored first, then recorded with whatever else must happen in the
 * same transaction. When that fails the content is thrown away again.
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

    /** A file as it came; {@code name} is what the sender calls it and is never trusted. */
    public record File(String kind, String name, byte[] content) {}

    /** What is accepted: {@code formats} by name, {@code maxBytes} of content. */
    public record Rule(Set<String> formats, long maxBytes) {}

    /**
     * Judges a file.
     *
     * @throws Problem {@code file_too_large} (413), {@code file_format} (415), {@code file_empty} (422)
     */
    public Paper judge(UUID applicationId, Side side, File file, Rule rule) {
        if (file.content.length > rule.maxBytes) {
            throw new Problem(ProblemKind.TOO_LARGE, "file_too_large", rule.maxBytes / 1024);
        }
        if (file.content.length == 0) {
            throw Problem.invalid(List.of(FieldFault.at("/file", "file_empty")));
        }
        PaperFormat format = PaperFormat.of(file.content)
                .filter(known -> rule.formats.contains(known.name()))
                .orElseThrow(() -> new Problem(
                        ProblemKind.UNSUPPORTED_CONTENT,
                        "file_format",
                        String.join(", ", rule.formats.stream().sorted().toList())));
        return new Paper(
                Ids.next(),
                applicationId,
                side,
                file.kind,
                safeName(file.name, format),
                format,
                file.content.length,
                sha256(file.content),
                Paper.State.CLEAN,
                clock.instant());
    }

    /** Keeps a judged file; {@code effect} runs in the transaction that records it. */
    public <T> T handle(Paper paper, byte[] content, Supplier<T> effect) {
        documents.put(paper.id(), content);
        try {
            T result = transaction.execute(status -> {
                papers.insert(paper);
                return effect.get();
            });
            return Objects.requireNonNull(result);
        } catch (RuntimeException failed) {
            documents.delete(paper.id());
            throw failed;
        }
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
