package okno.identity.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.persistence.ClientApplications;
import okno.identity.client.persistence.ClientKeys;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Makes Keycloak follow: clients that changed, keys that retired. Tried again every minute while Keycloak is away. */
@Service
class SyncClients {

    private static final Logger LOG = LoggerFactory.getLogger(SyncClients.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ClientApplications clients;
    private final ClientKeys keys;
    private final KeycloakClients keycloak;
    private final ConcludeSync conclude;
    private final Clock clock;

    SyncClients(
            ClientApplications clients, ClientKeys keys, KeycloakClients keycloak, ConcludeSync conclude, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.keycloak = keycloak;
        this.conclude = conclude;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellDue() {
        Instant now = clock.instant();
        keys.sweep(now);
        Instant againAt = now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        clients.takeDue(AT_ONCE, now, againAt).forEach(client -> tell(client, againAt));
    }

    private void tell(ClientApplication client, Instant againAt) {
        try {
            if (client.status().known()) {
                keycloak.write(client, keys.of(client.id(), clock.instant()));
            } else {
                keycloak.delete(client);
            }
            conclude.told(client, againAt);
        } catch (HttpClientErrorException refused) {
            LOG.error("Keycloak refuses client {}: {}", client.clientId(), refused.getResponseBodyAsString());
            conclude.failed(client);
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "Client {} waits for Keycloak: {}",
                    client.clientId(),
                    failed.getClass().getSimpleName());
            conclude.failed(client);
        }
    }
}
