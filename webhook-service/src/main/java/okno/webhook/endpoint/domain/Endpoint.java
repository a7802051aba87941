package okno.webhook.endpoint.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that events are told to.
 *
 * @param id its id
 * @param owner whose it is
 * @param url where the events are sent
 * @param subscription what it wants to hear of
 * @param description the owner's words
 * @param state where it is in its life
 * @param disabledReason why it is disabled; null in every other state
 * @param version grows with each change
 * @param createdAt when it was registered
 */
public record Endpoint(
        UUID id,
        Owner owner,
        String url,
        Subscription subscription,
        String description,
        EndpointState state,
        @Nullable DisabledReason disabledReason,
        long version,
        Instant createdAt) {

    /** Changes what the owner may change; a new address has to prove itself again. */
    public Endpoint changed(@Nullable String newUrl, Subscription.Change change, @Nullable String newDescription) {
        boolean moved = newUrl != null && !newUrl.equals(url);
        return new Endpoint(
                id,
                owner,
                newUrl == null ? url : newUrl,
                subscription.changed(change),
                newDescription == null ? description : newDescription,
                moved ? EndpointState.PENDING : state,
                moved ? null : disabledReason,
                version + 1,
                createdAt);
    }

    /** The challenge was answered. */
    public Endpoint activated() {
        require(state == EndpointState.PENDING);
        return inState(EndpointState.ACTIVE, null);
    }

    public Endpoint paused() {
        require(state == EndpointState.ACTIVE);
        return inState(EndpointState.PAUSED, null);
    }

    /** A paused endpoint goes on; a disabled one, and one that waits, are challenged anew. */
    public Endpoint resumed() {
        require(state != EndpointState.ACTIVE);
        return inState(state == EndpointState.PAUSED ? EndpointState.ACTIVE : EndpointState.PENDING, null);
    }

    public Endpoint disabled(DisabledReason reason) {
        require(state != EndpointState.DISABLED);
        return inState(EndpointState.DISABLED, reason);
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new EndpointRefused.WrongState(state);
        }
    }

    private Endpoint inState(EndpointState next, @Nullable DisabledReason reason) {
        return new Endpoint(id, owner, url, subscription, description, next, reason, version + 1, createdAt);
    }
}
