package okno.application.documents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.persistence.Applications;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.domain.Share;
import okno.application.documents.persistence.PersonalDocuments;
import okno.application.documents.persistence.Shares;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a document to the agency of one application, until a time or until its owner takes it back. */
@Component
public class ShareDocument {

    private final Applications applications;
    private final PersonalDocuments personalDocuments;
    private final Shares shares;
    private final RecordShare recordShare;
    private final Audit audit;
    private final Clock clock;

    ShareDocument(
            Applications applications,
            PersonalDocuments personalDocuments,
            Shares shares,
            RecordShare recordShare,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.personalDocuments = personalDocuments;
        this.shares = shares;
        this.recordShare = recordShare;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code expiresAt} null: until it is revoked. */
    public record Command(
            Caller caller,
            UUID documentId,
            UUID applicationId,
            @Nullable Instant expiresAt) {}

    /**
     * @throws Problem {@code already_shared}, {@code application_not_submitted} or {@code file_quarantined} (409), {@code
     *     invalid_value} (422)
     */
    @Transactional
    public Share handle(Command command) {
        PersonalDocument document = ownDocument(command.caller, command.documentId);
        Application application = applications.get(command.applicationId, Owner.of(command.caller));
        Instant now = clock.instant();
        if (command.expiresAt != null && !command.expiresAt.isAfter(now)) {
            throw Problem.invalid("/expiresAt", "invalid_value");
        }
        if (application.status() == ApplicationStatus.DRAFT) {
            throw new Problem(ProblemKind.CONFLICT, "application_not_submitted");
        }
        if (document.state() == Paper.State.REJECTED) {
            throw new Problem(ProblemKind.CONFLICT, "file_quarantined");
        }
        Share share = new Share(Ids.next(), document.id(), application.id(), now, command.expiresAt, null);
        if (!recordShare.begin(Owner.of(command.caller).key(), application, document, share)) {
            throw new Problem(ProblemKind.CONFLICT, "already_shared");
        }
        record(command.caller, "document.shared", document);
        return share;
    }

    /** From now on the agency does not see it any more. */
    @Transactional
    public void revoke(Caller caller, UUID documentId, UUID id) {
        PersonalDocument document = ownDocument(caller, documentId);
        if (!recordShare.takeBack(Owner.of(caller).key(), documentId, id)) {
            throw Problem.notFound();
        }
        record(caller, "document.share_revoked", document);
    }

    public List<Share> of(Caller caller, UUID documentId) {
        String owner = Owner.readBy(caller).key();
        PersonalDocument document = personalDocuments.find(owner, documentId).orElseThrow(Problem::notFound);
        return shares.of(owner, document.id());
    }

    private PersonalDocument ownDocument(Caller caller, UUID id) {
        caller.requirePermission("applications.submit");
        return personalDocuments.find(Owner.of(caller).key(), id).orElseThrow(Problem::notFound);
    }

    private void record(Caller caller, String action, PersonalDocument document) {
        audit.record(
                caller, AuditRecord.done(action, "document", document.id(), document.personId(), RecordStep.BASIS));
    }
}
