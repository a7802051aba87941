package okno.application.upload;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import okno.application.attachment.AttachFile;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.domain.Paper;
import okno.application.upload.domain.Upload;
import okno.application.upload.persistence.Uploads;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Attaches the file of an upload whose pieces are all there, judged like any other file; the pieces are then forgotten. */
@Component
public class FinishUpload {

    private final Uploads uploads;
    private final DocumentStore documents;
    private final AttachFile attachFile;
    private final TransactionOperations transaction;

    FinishUpload(Uploads uploads, DocumentStore documents, AttachFile attachFile, TransactionOperations transaction) {
        this.uploads = uploads;
        this.documents = documents;
        this.attachFile = attachFile;
        this.transaction = transaction;
    }

    /**
     * @throws Problem as {@link AttachFile} does, or {@code digest_mismatch}: a file that is refused for what it is takes
     *     its upload with it; one that cannot be judged now leaves it, to be finished by an empty piece
     */
    public Paper handle(Caller caller, Upload upload) {
        List<UUID> pieces = uploads.pieces(upload.id());
        try {
            Paper paper = attachFile.handle(
                    new AttachFile.Command(
                            caller,
                            upload.applicationId(),
                            new KeepPaper.File(upload.kind(), upload.fileName(), () -> whole(pieces))),
                    attached -> settle(upload, attached));
            pieces.forEach(documents::delete);
            return paper;
        } catch (Problem refused) {
            if (refused.kind() == ProblemKind.INVALID || refused.kind() == ProblemKind.UNSUPPORTED_CONTENT) {
                cancel(upload.id());
            }
            throw refused;
        }
    }

    /** Forgets an upload and what came of it. */
    public void cancel(UUID id) {
        List<UUID> pieces = uploads.pieces(id);
        transaction.executeWithoutResult(status -> uploads.delete(id));
        pieces.forEach(documents::delete);
    }

    private void settle(Upload upload, Paper attached) {
        String sent = attached.sentSha256() == null ? attached.sha256() : attached.sentSha256();
        if (upload.sha256() != null && !upload.sha256().equalsIgnoreCase(sent)) {
            throw Problem.invalid(List.of(FieldFault.at("/sha256", "digest_mismatch")));
        }
        if (!uploads.delete(upload.id())) {
            // Finished by another call, or expired meanwhile.
            throw Problem.notFound();
        }
    }

    private InputStream whole(List<UUID> pieces) {
        Iterator<UUID> next = pieces.iterator();
        return new ChainedStream(() -> next.hasNext() ? documents.open(next.next()) : null);
    }
}
