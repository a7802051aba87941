package okno.identity.assurance;

import java.time.Clock;
import java.time.Duration;
import okno.identity.assurance.persistence.Claims;
import okno.identity.assurance.persistence.Claims.Claim;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * Writes levels into Keycloak's accounts, so that the next token says them; tried again while Keycloak is away. Tokens
 * that live say the old level for five minutes at most.
 */
@Service
class TellLevels {

    private static final Logger LOG = LoggerFactory.getLogger(TellLevels.class);
    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Claims claims;
    private final KeycloakLevels keycloak;
    private final Clock clock;

    TellLevels(Claims claims, KeycloakLevels keycloak, Clock clock) {
        this.claims = claims;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellDue() {
        claims.takeDue(AT_ONCE, clock.instant(), LEASE).forEach(this::tell);
    }

    private void tell(Claim claim) {
        try {
            keycloak.write(claim.personId(), claim.ial());
            claims.told(claim);
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "The level of {} waits for Keycloak: {}",
                    claim.personId(),
                    failed.getClass().getSimpleName());
        }
    }
}
