package okno.webhook.endpoint;

import java.util.List;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Challenges;
import okno.webhook.endpoint.persistence.Endpoints;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an owner reads of their endpoints. */
@Component
public class EndpointQueries {

    private final Endpoints endpoints;
    private final Challenges challenges;

    EndpointQueries(Endpoints endpoints, Challenges challenges) {
        this.endpoints = endpoints;
        this.challenges = challenges;
    }

    /** One more than the limit, when there are more. */
    public List<Endpoint> page(Caller caller, @Nullable String after, int limit) {
        return endpoints.page(Owner.of(caller), after, limit + 1);
    }

    public Endpoint get(Caller caller, UUID id) {
        return endpoints.get(id, Owner.of(caller));
    }

    /** Why the challenge was not accepted the last time; null when it was, or was not asked yet. */
    public @Nullable String challengeOutcome(UUID id) {
        return challenges.outcome(id).orElse(null);
    }
}
