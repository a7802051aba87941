package okno.identity.client;

import java.time.Instant;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientStatus;
import okno.identity.client.domain.Owner;
import okno.identity.client.persistence.ClientApplications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows when Keycloak was told of a client, or could not be. */
@Service
class ConcludeSync {

    private static final Owner ANYBODY = new Owner(null);

    private final ClientApplications clients;
    private final ClientRecords records;

    ConcludeSync(ClientApplications clients, ClientRecords records) {
        this.clients = clients;
        this.records = records;
    }

    /** An approved client works from now on, unless it was suspended meanwhile. */
    @Transactional
    void told(ClientApplication client, Instant againAt) {
        clients.told(client.id(), againAt);
        clients.lock(client.id(), ANYBODY)
                .filter(now -> now.status() == ClientStatus.APPROVED && client.status() == ClientStatus.APPROVED)
                .ifPresent(now -> records.saveOfItself(now.activated(), "client.activated"));
    }

    /**
     * While Keycloak may still give tokens to a suspended client, our services must not forget that they are to be
     * refused: they remember an event for ten minutes, so it is said again every minute.
     */
    @Transactional
    void failed(ClientApplication client) {
        if (client.status() == ClientStatus.SUSPENDED || client.status() == ClientStatus.CLOSED) {
            records.announce(client);
        }
    }
}
