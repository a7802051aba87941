package okno.webhook.endpoint;

import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.persistence.Endpoints;
import okno.webhook.endpoint.persistence.Watchers;
import okno.webhook.signing.SigningSecret;
import org.springframework.stereotype.Component;

/** Stores a new endpoint with its first secret; a person who registers it is told how it does from then on. */
@Component
class NewEndpoint {

    private final Endpoints endpoints;
    private final NewSecret newSecret;
    private final Watchers watchers;

    NewEndpoint(Endpoints endpoints, NewSecret newSecret, Watchers watchers) {
        this.endpoints = endpoints;
        this.newSecret = newSecret;
        this.watchers = watchers;
    }

    SigningSecret add(Endpoint endpoint, Caller caller) {
        endpoints.insert(endpoint);
        if (caller.kind() == Caller.Kind.PERSON) {
            watchers.add(endpoint.id(), UUID.fromString(caller.id()), endpoint.createdAt());
        }
        return newSecret.add(endpoint.id(), endpoint.createdAt());
    }
}
