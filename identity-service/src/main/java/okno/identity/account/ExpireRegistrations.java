package okno.identity.account;

import java.time.Clock;
import java.util.UUID;
import okno.identity.account.domain.Registration;
import okno.identity.account.persistence.Registrations;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/** Removes what was not confirmed in time, at Keycloak first: the row remembers what is still to be deleted there. */
@Service
class ExpireRegistrations {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireRegistrations.class);
    private static final int AT_ONCE = 100;

    private final Registrations registrations;
    private final KeycloakAccounts keycloak;
    private final Clock clock;

    ExpireRegistrations(Registrations registrations, KeycloakAccounts keycloak, Clock clock) {
        this.registrations = registrations;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "${okno.identity.account.expiry-check:PT10M}")
    void removeExpired() {
        registrations.expired(AT_ONCE, clock.instant()).forEach(this::remove);
    }

    private void remove(Registration registration) {
        try {
            UUID account = registration.accountId();
            if (account == null) {
                // Opened, perhaps, by a process that died, or heard no answer, before it could keep the id.
                account = keycloak.idOf(registration.id()).orElse(null);
            }
            if (account != null) {
                keycloak.delete(account);
            }
            registrations.delete(registration.id());
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "Expired registration {} stays until Keycloak answers: {}",
                    registration.id(),
                    failed.getClass().getSimpleName());
        }
    }
}
