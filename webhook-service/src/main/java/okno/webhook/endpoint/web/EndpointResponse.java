package okno.webhook.endpoint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.domain.DisabledReason;
import okno.webhook.endpoint.domain.Endpoint;
import okno.webhook.endpoint.domain.EndpointState;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its owner sees it.
 *
 * @param secret the signing secret, {@code whsec_...}; only in the answer to the registration
 * @param challengeOutcome why the last challenge was not accepted: STATUS_404, OTHER_CHALLENGE, CONNECT_FAILED...
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointResponse(
        UUID id,
        String url,
        List<String> eventTypes,
        String description,
        EndpointState status,
        @Nullable DisabledReason disabledReason,
        @Nullable String challengeOutcome,
        @Nullable String secret,
        Instant createdAt) {

    static EndpointResponse from(Endpoint endpoint) {
        return of(endpoint, null, null);
    }

    static EndpointResponse withSecret(Endpoint endpoint, String secret) {
        return of(endpoint, null, secret);
    }

    static EndpointResponse withChallenge(Endpoint endpoint, @Nullable String outcome) {
        return of(endpoint, outcome, null);
    }

    private static EndpointResponse of(Endpoint endpoint, @Nullable String outcome, @Nullable String secret) {
        return new EndpointResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.eventTypes(),
                endpoint.description(),
                endpoint.state(),
                endpoint.disabledReason(),
                outcome,
                secret,
                endpoint.createdAt());
    }
}
