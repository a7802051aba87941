package okno.webhook.endpoint;

import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.egress.SendResult;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointRefused;
import okno.webhook.endpoint.domain.EndpointState;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import org.springframework.stereotype.Service;

/** Sends a test message at once and tells what came of it; changes nothing. */
@Service
public class TestEndpoint {

    static final String TYPE = "okno.endpoint.test";

    private final Endpoints endpoints;
    private final EndpointChecks checks;
    private final OwnMessages messages;

    TestEndpoint(Endpoints endpoints, EndpointChecks checks, OwnMessages messages) {
        this.endpoints = endpoints;
        this.checks = checks;
        this.messages = messages;
    }

    /** Which endpoint. */
    public record Command(Caller caller, UUID id) {}

    /** What the endpoint answered; {@code endpoint_state} while it has not proved itself. */
    public SendResult handle(Command command) {
        Endpoint endpoint = endpoints.get(command.id(), Owner.of(command.caller()));
        if (endpoint.state() == EndpointState.PENDING) {
            // Until it has answered the challenge, nobody has said that these messages are wanted there.
            throw new EndpointRefused.WrongState(endpoint.state());
        }
        checks.ownMessage(endpoint.owner());
        return messages.send(
                endpoint.id(), endpoint.url(), TYPE, "endpointId", endpoint.id().toString());
    }
}
