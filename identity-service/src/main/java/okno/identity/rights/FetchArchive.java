package okno.identity.rights;

import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.persistence.DataRequests;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person fetches the archive of their data; each time is in the journal. */
@Service
public class FetchArchive {

    private final DataRequests requests;
    private final DocumentStore archives;
    private final Audit audit;
    private final Clock clock;

    FetchArchive(DataRequests requests, DocumentStore archives, Audit audit, Clock clock) {
        this.requests = requests;
        this.archives = archives;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which one. */
    public record Command(UUID requestId) {}

    /** The archive, to be closed by the caller, and its size in bytes. */
    public record Archive(InputStream content, long bytes) {}

    /** @throws Problem {@code archive_not_ready} while there is none, {@code archive_expired} once there is none any more */
    @Transactional
    public Archive handle(Caller caller, Command command) {
        DataRequest request = requests.find(
                        command.requestId(), PersonId.of(caller).value(), RequestKind.EXPORT)
                .orElseThrow(Problem::notFound);
        DataRequest.Archive archive = request.archive();
        if (archive == null || !clock.instant().isBefore(archive.expiresAt())) {
            boolean over = archive != null || request.closedAt() != null;
            throw new Problem(ProblemKind.CONFLICT, over ? "archive_expired" : "archive_not_ready");
        }
        requests.noteFetched(request.id(), clock.instant());
        audit.record(
                caller,
                AuditRecord.done(
                        "data_export.fetched", "data_request", request.id(), caller.id(), RequestExport.BASIS));
        return new Archive(archives.open(request.id()), archive.bytes());
    }
}
