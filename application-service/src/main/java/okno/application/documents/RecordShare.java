package okno.application.documents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.domain.Share;
import okno.application.documents.events.DocumentShareEndedV1;
import okno.application.documents.events.DocumentShareEndedV1.Reason;
import okno.application.documents.events.DocumentSharedV1;
import okno.application.documents.persistence.Shares;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps to which agencies a document is shown, and tells them when that begins and ends, each once: the row changes in the
 * transaction that tells.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RecordShare {

    private final Shares shares;
    private final Applications applications;
    private final Outbox outbox;
    private final Clock clock;

    RecordShare(Shares shares, Applications applications, Outbox outbox, Clock clock) {
        this.shares = shares;
        this.applications = applications;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when it is shown there already. */
    public boolean begin(String owner, Application application, PersonalDocument document, Share share) {
        // One whose time is over but which nobody has looked at since does not stand in the way.
        tell(shares.expire(document.id(), application.id(), share.sharedAt()), Reason.EXPIRED);
        if (!shares.insert(owner, share)) {
            return false;
        }
        outbox.append(DocumentSharedV1.of(application, document, share));
        return true;
    }

    /** False when there is no such share, or it has ended before. */
    public boolean takeBack(String owner, UUID documentId, UUID id) {
        List<Shares.Ended> ended = shares.revoke(owner, documentId, id, clock.instant());
        tell(ended, Reason.TAKEN_BACK);
        return !ended.isEmpty();
    }

    /** At most so many whose time is over. */
    public List<Shares.Ended> expire(int limit) {
        List<Shares.Ended> ended = shares.expire(clock.instant(), limit);
        tell(ended, Reason.EXPIRED);
        return ended;
    }

    /** Nobody reads an infected document. */
    public void quarantine(UUID documentId) {
        tell(shares.revokeAll(documentId, clock.instant()), Reason.QUARANTINED);
    }

    /** The document goes. */
    public void forget(UUID documentId) {
        tell(shares.forget(documentId), Reason.REMOVED);
    }

    /** All documents of the owner's own go; their results stay. */
    public void forgetOwn(String owner) {
        tell(shares.forgetOwn(owner), Reason.REMOVED);
    }

    private void tell(List<Shares.Ended> ended, Reason reason) {
        Instant now = clock.instant();
        for (Shares.Ended share : ended) {
            applications
                    .find(share.applicationId())
                    .map(application -> DocumentShareEndedV1.of(application, share.documentId(), reason, now))
                    .ifPresent(outbox::append);
        }
    }
}
