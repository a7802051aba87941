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
 * @param owner whose it is: {@code client:<client id>}, {@code org:<organisation id>} or {@code agency:<code>}
 * @param services codes of services that it hears of; empty: all
 * @param subjects ids of applications that it hears of; empty: all
 * @param ordered whether the events of one application come strictly one after another
 * @param recovered how many events a resumption has added to its backlog; only in its answer
 * @param secret the signing secret, {@code whsec_...}; only in the answer to the registration
 * @param challengeOutcome why the last challenge was not accepted: STATUS_404, OTHER_CHALLENGE, CONNECT_FAILED...
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointResponse(
        UUID id,
        String owner,
        String url,
        List<String> eventTypes,
        List<String> services,
        List<UUID> subjects,
        boolean ordered,
        String description,
        EndpointState status,
        @Nullable DisabledReason disabledReason,
        @Nullable String challengeOutcome,
        @Nullable String secret,
        @Nullable Integer recovered,
        Instant createdAt) {

    static EndpointResponse from(Endpoint endpoint) {
        return of(endpoint, null, null, null);
    }

    static EndpointResponse withSecret(Endpoint endpoint, String secret) {
        return of(endpoint, null, secret, null);
    }

    static EndpointResponse withChallenge(Endpoint endpoint, @Nullable String outcome) {
        return of(endpoint, outcome, null, null);
    }

    static EndpointResponse withRecovered(Endpoint endpoint, @Nullable Integer recovered) {
        return of(endpoint, null, null, recovered);
    }

    private static EndpointResponse of(
            Endpoint endpoint, @Nullable String outcome, @Nullable String secret, @Nullable Integer recovered) {
        return new EndpointResponse(
                endpoint.id(),
                endpoint.owner().key(),
                endpoint.url(),
                endpoint.subscription().eventTypes(),
                endpoint.subscription().services(),
                endpoint.subscription().subjects(),
                endpoint.subscription().ordered(),
                endpoint.description(),
                endpoint.state(),
                endpoint.disabledReason(),
                outcome,
                secret,
                recovered,
                endpoint.createdAt());
    }
}
