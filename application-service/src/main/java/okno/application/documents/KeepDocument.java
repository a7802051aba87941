package okno.application.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.content.FileRule;
import okno.application.content.ReceiveFile;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.persistence.PersonalDocuments;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Keeps a document for its owner, as long as they wish and as much as they may. */
@Component
@EnableConfigurationProperties(DocumentsProperties.class)
public class KeepDocument {

    private static final Set<String> FORMATS = Set.of("PDF", "JPG", "PNG", "XML", "DOCX", "ODT");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final ReceiveFile receiveFile;
    private final RecordDocument recordDocument;
    private final PersonalDocuments personalDocuments;
    private final DocumentStore documents;
    private final DocumentsProperties properties;
    private final Clock clock;

    KeepDocument(
            ReceiveFile receiveFile,
            RecordDocument recordDocument,
            PersonalDocuments personalDocuments,
            DocumentStore documents,
            DocumentsProperties properties,
            Clock clock) {
        this.receiveFile = receiveFile;
        this.recordDocument = recordDocument;
        this.personalDocuments = personalDocuments;
        this.documents = documents;
        this.properties = properties;
        this.clock = clock;
    }

    /** {@code keepUntil} is the last day, from today on; null: until it is removed. */
    public record Command(
            Caller caller,
            String kind,
            String name,
            InputStreamSource content,
            @Nullable LocalDate keepUntil) {}

    /** How much the owner keeps, of how much they may. */
    public record Usage(int documents, int maxDocuments, long bytes, long maxBytes) {}

    /** @throws Problem {@code quota_exceeded} (409), or as {@link ReceiveFile} does; then nothing is kept */
    public PersonalDocument handle(Command command) {
        command.caller.requirePermission("applications.submit");
        if (command.keepUntil != null && command.keepUntil.isBefore(LocalDate.now(clock.withZone(ZONE)))) {
            throw Problem.invalid("/keepUntil", "invalid_value");
        }
        // Before the content is read, and again with it in the transaction.
        refuseBeyond(personalDocuments.used(Owner.of(command.caller).key()), 1);
        ReceiveFile.Received received = receiveFile.handle(
                command.content,
                command.name,
                FileRule.of(FORMATS, properties.maxFile().toBytes()));
        PersonalDocument document = new PersonalDocument(
                received.id(),
                command.caller.id(),
                command.kind,
                received.name(),
                received.format(),
                received.size(),
                received.sha256(),
                received.sentSha256(),
                Paper.State.PENDING_SCAN,
                clock.instant(),
                null,
                command.keepUntil,
                null);
        try {
            recordDocument.handle(command.caller, document, used -> refuseBeyond(used, document.size()));
            return document;
        } catch (RuntimeException failed) {
            documents.delete(document.id());
            throw failed;
        }
    }

    public Usage usage(Caller caller) {
        PersonalDocuments.Used used =
                personalDocuments.used(Owner.readBy(caller).key());
        return new Usage(
                used.documents(),
                properties.maxDocuments(),
                used.bytes(),
                properties.quota().toBytes());
    }

    private void refuseBeyond(PersonalDocuments.Used used, long more) {
        if (used.documents() >= properties.maxDocuments()
                || used.bytes() + more > properties.quota().toBytes()) {
            throw new Problem(
                    ProblemKind.CONFLICT,
                    "quota_exceeded",
                    properties.maxDocuments(),
                    properties.quota().toMegabytes());
        }
    }
}
