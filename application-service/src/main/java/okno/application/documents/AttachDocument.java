package okno.application.documents;

import java.util.UUID;
import okno.application.attachment.AttachFile;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.documents.domain.PersonalDocument;
import okno.platform.core.Caller;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;

/**
 * Attaches a document of the owner to a draft without sending it again. The application gets a copy that is its own: what
 * was applied with stays, whatever becomes of the document.
 */
@Component
public class AttachDocument {

    private final ReadDocument readDocument;
    private final DocumentStore documents;
    private final AttachFile attachFile;

    AttachDocument(ReadDocument readDocument, DocumentStore documents, AttachFile attachFile) {
        this.readDocument = readDocument;
        this.documents = documents;
        this.attachFile = attachFile;
    }

    public record Command(Caller caller, UUID applicationId, String kind, UUID documentId) {}

    /** Refuses as {@link AttachFile} does: the passport of the service judges it like any other file. */
    public Paper handle(Command command) {
        command.caller.requirePermission("applications.submit");
        PersonalDocument document = readDocument.clean(Owner.of(command.caller).key(), command.documentId);
        return attachFile.handle(new AttachFile.Command(
                command.caller,
                command.applicationId,
                new KeepPaper.File(command.kind, document.fileName(), () -> documents.open(document.id()))));
    }
}
