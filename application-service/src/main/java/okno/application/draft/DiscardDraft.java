package okno.application.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Papers;
import okno.application.upload.persistence.Uploads;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.documents.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Throws a draft away with everything in it; what was submitted can only be withdrawn. */
@Component
public class DiscardDraft {

    private final Applications applications;
    private final Papers papers;
    private final Uploads uploads;
    private final DocumentStore documents;
    private final Audit audit;
    private final TransactionOperations transaction;

    DiscardDraft(
            Applications applications,
            Papers papers,
            Uploads uploads,
            DocumentStore documents,
            Audit audit,
            TransactionOperations transaction) {
        this.applications = applications;
        this.papers = papers;
        this.uploads = uploads;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
    }

    public record Command(Caller caller, UUID id) {}

    public void handle(Command command) {
        command.caller.requirePermission("applications.submit");
        forget(transaction.execute(status -> discard(command)));
    }

    /** The same when nobody has touched it since; whoever comes back meanwhile keeps it. */
    void expired(UUID id, Instant touched) {
        transaction
                .execute(status -> applications
                        .find(id)
                        .filter(found -> found.status() == ApplicationStatus.DRAFT
                                && found.updatedAt().isBefore(touched))
                        .map(draft -> {
                            List<UUID> gone = remove(draft);
                            audit.record("application-service", entry("application.expired", draft));
                            return gone;
                        }))
                .ifPresent(this::forget);
    }

    private void forget(@Nullable List<UUID> gone) {
        // Only after the commit: a row without its content would be a lie, content without a row is just space.
        if (gone != null) {
            gone.forEach(documents::delete);
        }
    }

    private List<UUID> discard(Command command) {
        Application draft = applications.get(command.id, Owner.of(command.caller));
        if (draft.status() != ApplicationStatus.DRAFT) {
            throw Lifecycle.notAllowed(draft.status(), Side.APPLICANT);
        }
        List<UUID> gone = remove(draft);
        audit.record(command.caller, entry("application.discarded", draft));
        return gone;
    }

    private List<UUID> remove(Application draft) {
        List<UUID> gone = new ArrayList<>(uploads.piecesOf(draft.id()));
        papers.of(draft.id()).forEach(paper -> gone.add(paper.id()));
        applications.delete(draft);
        return gone;
    }

    private static AuditRecord entry(String action, Application draft) {
        return AuditRecord.done(action, "application", draft.id(), draft.owner().personId(), RecordStep.BASIS);
    }
}
