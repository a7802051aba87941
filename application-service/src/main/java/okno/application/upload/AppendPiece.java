package okno.application.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.application.content.Intake;
import okno.application.upload.domain.Upload;
import okno.application.upload.persistence.Uploads;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the next piece of an upload: sealed into the document store while it comes, kept only when its hash is right. */
@Component
public class AppendPiece {

    private final FindUpload findUpload;
    private final Uploads uploads;
    private final DocumentStore documents;
    private final TransactionOperations transaction;

    AppendPiece(FindUpload findUpload, Uploads uploads, DocumentStore documents, TransactionOperations transaction) {
        this.findUpload = findUpload;
        this.uploads = uploads;
        this.documents = documents;
        this.transaction = transaction;
    }

    /** {@code offset} where the piece begins in the file, {@code sha256} hex of the piece. */
    public record Command(
            Caller caller, UUID applicationId, UUID uploadId, long offset, String sha256, InputStream content) {}

    /**
     * The upload with the piece; one whose file is whole takes an empty piece, so that a lost end can be asked for again.
     *
     * @throws Problem {@code upload_offset} (409), {@code file_too_large} (413), {@code digest_mismatch} or {@code
     *     piece_too_short} (422); then nothing is kept
     */
    public Upload handle(Command command) {
        Upload upload = findUpload.handle(command.caller, command.applicationId, command.uploadId);
        long room = upload.roomAt(command.offset);
        UUID id = Ids.next();
        long length;
        try (Intake piece = new Intake(command.content, room)) {
            documents.put(id, piece);
            length = piece.size();
            try {
                accept(command, upload, piece);
            } catch (Problem refused) {
                documents.delete(id);
                throw refused;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("piece cannot be read", e);
        }
        if (length == 0) {
            documents.delete(id);
            return upload;
        }
        if (!Objects.requireNonNull(
                transaction.execute(status -> uploads.append(upload.id(), command.offset, length, id)))) {
            documents.delete(id);
            throw new Problem(ProblemKind.CONFLICT, "upload_offset");
        }
        return findUpload.handle(command.caller, command.applicationId, command.uploadId);
    }

    private static void accept(Command command, Upload upload, Intake piece) {
        if (!piece.sha256().equalsIgnoreCase(command.sha256)) {
            throw Problem.invalid(List.of(FieldFault.parameter("Content-Digest", "digest_mismatch")));
        }
        upload.check(piece.size());
    }
}
