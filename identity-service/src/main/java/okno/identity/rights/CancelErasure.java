package okno.identity.rights;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person thinks better of it before it is decided. */
@Service
public class CancelErasure {

    private final DataRequests requests;
    private final Audit audit;
    private final Clock clock;

    CancelErasure(DataRequests requests, Audit audit, Clock clock) {
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which one. */
    public record Command(UUID requestId) {}

    /** @throws Problem {@code data_request_decided} when it is too late */
    @Transactional
    public void handle(Caller caller, Command command) {
        DataRequest request = requests.lock(command.requestId())
                .filter(found ->
                        found.personId().equals(PersonId.of(caller).value()) && found.kind() == RequestKind.ERASURE)
                .orElseThrow(Problem::notFound);
        requests.save(request.cancelled(clock.instant()), null);
        audit.record(
                caller,
                AuditRecord.done("erasure.cancelled", "data_request", request.id(), caller.id(), RequestErasure.BASIS));
    }
}
