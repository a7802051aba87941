package okno.webhook.endpoint;

import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes an endpoint with its secrets and deliveries. */
@Service
public class RemoveEndpoint {

    private final Endpoints endpoints;
    private final Audit audit;

    RemoveEndpoint(Endpoints endpoints, Audit audit) {
        this.endpoints = endpoints;
        this.audit = audit;
    }

    /** Which endpoint. */
    public record Command(Caller caller, UUID id) {}

    @Transactional
    public void handle(Command command) {
        if (!endpoints.delete(command.id(), Owner.of(command.caller()))) {
            throw Problem.notFound();
        }
        audit.record(
                command.caller(), AuditRecord.done("endpoint.removed", "endpoint", command.id(), null, "agreement"));
    }
}
