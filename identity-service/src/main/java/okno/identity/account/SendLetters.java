package okno.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import okno.identity.account.domain.Registration;
import okno.identity.account.persistence.Registrations;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * Opens accounts at Keycloak and has Keycloak send the letter whose link proves the e-mail, asks for the code sent to the
 * phone and lets the person choose a password. Apart from the request, so that its time tells nothing, and tried again
 * while Keycloak is away. Replicas take different registrations; one taken by a process that died is free after a minute.
 */
@Service
class SendLetters {

    private static final Logger LOG = LoggerFactory.getLogger(SendLetters.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Registrations registrations;
    private final KeycloakAccounts keycloak;
    private final AccountProperties properties;
    private final Clock clock;

    SendLetters(Registrations registrations, KeycloakAccounts keycloak, AccountProperties properties, Clock clock) {
        this.registrations = registrations;
        this.keycloak = keycloak;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void sendDue() {
        registrations.takeDue(AT_ONCE, clock.instant(), LEASE).forEach(this::send);
    }

    private void send(Registration registration) {
        try {
            UUID account = registration.accountId();
            if (account == null) {
                account = keycloak.open(registration.id(), registration.registrant());
            }
            keycloak.sendLetter(account, properties.term());
            registrations.sent(registration.id(), account, clock.instant());
        } catch (AddressTaken taken) {
            // Keycloak knows the e-mail from before this service did.
            registrations.hold(registration.id());
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "The letter of registration {} waits: {}",
                    registration.id(),
                    failed.getClass().getSimpleName());
        }
    }
}
