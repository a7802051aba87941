package okno.identity.anomaly;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okno.identity.anomaly.domain.Action;
import okno.identity.anomaly.persistence.LogIns;
import okno.identity.anomaly.persistence.LogIns.Due;
import okno.identity.session.EndAllSessions;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Does what a finding orders, tried again while Keycloak is away. The code by SMS goes to the phone that the account has:
 * Keycloak takes it for unconfirmed, and so asks for the code and for no other phone. A thief with the password passes
 * neither that nor, for it comes first, the choice of a new one.
 */
@Service
class ActOnFindings {

    private static final Logger LOG = LoggerFactory.getLogger(ActOnFindings.class);
    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String CODE = "okno-confirm-phone";
    private static final String PASSWORD = "UPDATE_PASSWORD";

    private final LogIns logIns;
    private final EndAllSessions endAllSessions;
    private final RestClient keycloak;
    private final AnomalyProperties properties;
    private final Clock clock;

    ActOnFindings(
            LogIns logIns,
            EndAllSessions endAllSessions,
            ServiceClients clients,
            AnomalyProperties properties,
            Clock clock) {
        this.logIns = logIns;
        this.endAllSessions = endAllSessions;
        this.keycloak = clients.to("keycloak");
        this.properties = properties;
        this.clock = clock;
    }

    private record Change(Map<String, String> attributes, List<String> requiredActions) {}

    @Scheduled(fixedDelayString = "PT1S")
    void actDue() {
        logIns.takeDue(AT_ONCE, clock.instant(), LEASE).forEach(this::act);
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT6H")
    void forget() {
        logIns.forgetBefore(clock.instant().minus(properties.memory()));
    }

    private void act(Due due) {
        try {
            demand(due, due.action() == Action.BLOCK ? List.of(CODE, PASSWORD) : List.of(CODE));
            if (due.action() == Action.BLOCK) {
                endAllSessions.handle(due.personId());
            }
            logIns.done(due.id());
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "What finding {} orders waits for Keycloak: {}",
                    due.id(),
                    failed.getClass().getSimpleName());
        }
    }

    private void demand(Due due, List<String> actions) {
        try {
            keycloak.patch()
                    .uri("/okno-accounts/{id}", due.personId())
                    .body(new Change(Map.of("phoneConfirmed", "false"), actions))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.NotFound noAccountLeft) {
            return;
        }
    }
}
