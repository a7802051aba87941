package okno.application.documents;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.persistence.Applications;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.persistence.PersonalDocuments;
import okno.application.documents.persistence.Shares;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;

/** What owners show to the agency of an application; for its officers and machines, as long as it is shown. */
@Component
public class ReadShared {

    private final Applications applications;
    private final Shares shares;
    private final PersonalDocuments personalDocuments;
    private final ReadDocument readDocument;
    private final Clock clock;

    ReadShared(
            Applications applications,
            Shares shares,
            PersonalDocuments personalDocuments,
            ReadDocument readDocument,
            Clock clock) {
        this.applications = applications;
        this.shares = shares;
        this.personalDocuments = personalDocuments;
        this.readDocument = readDocument;
        this.clock = clock;
    }

    public List<PersonalDocument> list(Caller caller, UUID applicationId) {
        String owner = onDesk(caller, applicationId).owner().key();
        return shares.shownTo(applicationId, clock.instant()).stream()
                .flatMap(share -> personalDocuments.find(owner, share.documentId()).stream())
                .filter(document -> document.state() != Paper.State.REJECTED)
                .toList();
    }

    /** Not shown, or not any more: not found. */
    public ReadDocument.Opened open(Caller caller, UUID applicationId, UUID documentId) {
        Application application = onDesk(caller, applicationId);
        boolean shown = shares.shownTo(applicationId, clock.instant()).stream()
                .anyMatch(share -> share.documentId().equals(documentId));
        if (!shown) {
            throw Problem.notFound();
        }
        return readDocument.open(caller, application.owner().key(), documentId);
    }

    private Application onDesk(Caller caller, UUID applicationId) {
        if (caller.agency() == null) {
            throw new Problem(ProblemKind.FORBIDDEN, "agency_missing");
        }
        return applications.get(applicationId, caller.agency(), caller.region());
    }
}
