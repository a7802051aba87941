package okno.application.attachment;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Papers;
import okno.application.content.FileRule;
import okno.application.content.ReceiveFile;
import okno.application.scan.ScanTasks;
import okno.platform.core.Problem;
import okno.platform.documents.store.DocumentStore;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts a file with an application: taken in, then recorded with whatever else must happen in the same transaction. When
 * that fails the content is thrown away again.
 */
@Component
public class KeepPaper {

    private final ReceiveFile receiveFile;
    private final DocumentStore documents;
    private final Papers papers;
    private final ScanTasks scanTasks;
    private final TransactionOperations transaction;
    private final Clock clock;

    KeepPaper(
            ReceiveFile receiveFile,
            DocumentStore documents,
            Papers papers,
            ScanTasks scanTasks,
            TransactionOperations transaction,
            Clock clock) {
        this.receiveFile = receiveFile;
        this.documents = documents;
        this.papers = papers;
        this.scanTasks = scanTasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file as it came, read once; {@code name} is what the sender calls it and is never trusted. */
    public record File(String kind, String name, InputStreamSource content) {}

    /**
     * Judges and keeps a file while reading it; {@code effect} runs in the transaction that records it.
     *
     * @throws Problem as {@link ReceiveFile} does; then nothing is kept
     */
    public <T> T handle(UUID applicationId, Side side, File file, FileRule rule, Function<Paper, T> effect) {
        return keep(applicationId, side, file, receiveFile.handle(file.content, file.name, rule), rule, effect);
    }

    /** A file of our own under an id that stands in it. */
    public <T> T ofOurOwn(UUID applicationId, UUID id, File file, FileRule rule, Function<Paper, T> effect) {
        return keep(
                applicationId, Side.AGENCY, file, receiveFile.handle(id, file.content, file.name, rule), rule, effect);
    }

    private <T> T keep(
            UUID applicationId,
            Side side,
            File file,
            ReceiveFile.Received received,
            FileRule rule,
            Function<Paper, T> effect) {
        Paper paper = new Paper(
                received.id(),
                applicationId,
                side,
                file.kind,
                received.name(),
                received.format(),
                received.size(),
                received.sha256(),
                received.sentSha256(),
                rule.inspected() ? Paper.State.PENDING_SCAN : Paper.State.CLEAN,
                clock.instant());
        try {
            T result = transaction.execute(status -> record(paper, effect));
            return Objects.requireNonNull(result);
        } catch (RuntimeException failed) {
            documents.delete(paper.id());
            throw failed;
        }
    }

    private <T> T record(Paper paper, Function<Paper, T> effect) {
        papers.insert(paper);
        if (paper.state() == Paper.State.PENDING_SCAN) {
            scanTasks.addPaper(paper.id());
        }
        return effect.apply(paper);
    }
}
