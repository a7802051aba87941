package okno.identity.client;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientKey;
import okno.identity.client.domain.ClientStatus;
import okno.identity.client.domain.Owner;
import okno.identity.client.persistence.ClientApplications;
import okno.identity.client.persistence.ClientKeys;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Client applications for their owners and for administrators, and their plans for the gateway. */
@Service
public class ClientQueries {

    private final ClientApplications clients;
    private final ClientKeys keys;
    private final Clock clock;

    ClientQueries(ClientApplications clients, ClientKeys keys, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.clock = clock;
    }

    /** Newest first; one row more than asked for tells that there are more. */
    public List<ClientApplication> page(
            Caller caller, @Nullable ClientStatus status, @Nullable UUID before, int limit) {
        return clients.page(Owner.of(caller), status, before, limit + 1);
    }

    /** @throws Problem "not found" also for another owner's */
    public ClientApplication one(Caller caller, UUID id) {
        return clients.find(id, Owner.of(caller)).orElseThrow(Problem::notFound);
    }

    public List<ClientKey> keys(ClientApplication client) {
        return keys.of(client.id(), clock.instant());
    }

    /** Whether there is a client application of this name that gets tokens. */
    public boolean works(String clientId) {
        return clients.status(clientId).filter(ClientStatus::works).isPresent();
    }

    /** Of all clients that work, ordered by client id. */
    public List<ClientPlan> plans() {
        return clients.plans().stream()
                .map(client -> new ClientPlan(
                        client.clientId(),
                        client.plan().perSecond(),
                        client.plan().perDay()))
                .toList();
    }
}
