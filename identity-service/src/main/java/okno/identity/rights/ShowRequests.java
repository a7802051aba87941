package okno.identity.rights;

import java.util.List;
import java.util.Optional;
import okno.identity.rights.domain.Correction;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.persistence.DataRequests;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** An operator reads what waits for a decision; each request that is shown is in its person's journal. */
@Service
public class ShowRequests {

    private final DataRequests requests;
    private final Audit audit;
    private final JsonMapper json;

    ShowRequests(DataRequests requests, Audit audit, JsonMapper json) {
        this.requests = requests;
        this.audit = audit;
        this.json = json;
    }

    /** A request, and what it wants corrected. */
    public record Shown(DataRequest request, Optional<Correction> correction) {}

    /** Due first, a hundred at most. */
    @Transactional
    public List<Shown> handle(Caller caller) {
        return requests.undecided(100).stream()
                .map(request -> shown(caller, request))
                .toList();
    }

    private Shown shown(Caller caller, DataRequest request) {
        audit.record(
                caller,
                AuditRecord.done(
                        "data_request.read",
                        "data_request",
                        request.id(),
                        request.personId().toString(),
                        RequestErasure.BASIS));
        return new Shown(
                request, requests.content(request.id()).map(content -> json.readValue(content, Correction.class)));
    }
}
