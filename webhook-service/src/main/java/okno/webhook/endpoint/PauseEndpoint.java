package okno.webhook.endpoint;

import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops sending to an endpoint while its events are kept for it. */
@Service
public class PauseEndpoint {

    private final Endpoints endpoints;
    private final Audit audit;

    PauseEndpoint(Endpoints endpoints, Audit audit) {
        this.endpoints = endpoints;
        this.audit = audit;
    }

    /** Which endpoint. */
    public record Command(Caller caller, UUID id) {}

    /** The paused endpoint; {@code endpoint_state} when it is not active. */
    @Transactional
    public Endpoint handle(Command command) {
        Endpoint paused =
                endpoints.getLocked(command.id(), Owner.of(command.caller())).paused();
        endpoints.save(paused);
        audit.record(command.caller(), AuditRecord.done("endpoint.paused", "endpoint", paused.id(), null, "agreement"));
        return paused;
    }
}
