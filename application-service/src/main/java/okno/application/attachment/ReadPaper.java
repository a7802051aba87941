package okno.application.attachment;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Papers;
import okno.application.scan.ScanDocument;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hands out files of an application; every reading of a content is audited. */
@Component
public class ReadPaper {

    private final Applications applications;
    private final Papers papers;
    private final ScanDocument scanDocument;
    private final DocumentStore documents;
    private final Audit audit;
    private final TransactionOperations transaction;

    ReadPaper(
            Applications applications,
            Papers papers,
            ScanDocument scanDocument,
            DocumentStore documents,
            Audit audit,
            TransactionOperations transaction) {
        this.applications = applications;
        this.papers = papers;
        this.scanDocument = scanDocument;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A file with its content. */
    public record Opened(Paper paper, byte[] content) {}

    public List<Paper> list(Caller caller, UUID applicationId) {
        Application application = applications.get(applicationId, Owner.readBy(caller));
        return papers.of(application.id()).stream()
                .filter(paper -> paper.side() == Side.APPLICANT)
                .toList();
    }

    public Paper describe(Caller caller, UUID applicationId, UUID id) {
        Application application = applications.get(applicationId, Owner.readBy(caller));
        return papers.find(application.id(), Side.APPLICANT, id).orElseThrow(Problem::notFound);
    }

    /** For the owner: an attachment of theirs, or a result. */
    public Opened ofOwner(Caller caller, UUID applicationId, Side side, UUID id) {
        return open(caller, applications.get(applicationId, Owner.readBy(caller)), side, id);
    }

    /**
     * For whoever may read this application.
     *
     * @throws Problem {@code file_quarantined} (409) when malware was found, {@code scan_pending} (503) when nobody can look
     *     for it now
     */
    public Opened open(Caller caller, Application application, Side side, UUID id) {
        Paper paper = scanned(application.id(), side, id);
        byte[] content = documents.get(paper.id());
        transaction.executeWithoutResult(status -> audit.record(
                caller,
                AuditRecord.done(
                        "document.read",
                        "document",
                        paper.id(),
                        application.owner().personId(),
                        RecordStep.BASIS)));
        return new Opened(paper, content);
    }

    /** Nobody reads what nobody has scanned; who comes before the worker has it done now. */
    private Paper scanned(UUID applicationId, Side side, UUID id) {
        Paper paper = papers.find(applicationId, side, id).orElseThrow(Problem::notFound);
        if (paper.state() == Paper.State.PENDING_SCAN) {
            scanDocument.handle(id);
            paper = papers.find(applicationId, side, id).orElseThrow(Problem::notFound);
        }
        if (paper.isRejected()) {
            throw new Problem(ProblemKind.CONFLICT, "file_quarantined");
        }
        return paper;
    }
}
