package okno.application.partner;

import java.util.List;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks identity-service which consents are in force. No answer is kept: a withdrawal is effective at the next read. */
@Component
class ConsentClient {

    private static final String APPLICATIONS = "APPLICATIONS";

    private final RestClient identity;

    ConsentClient(ServiceClients services) {
        this.identity = services.to("identity");
    }

    /**
     * Ids of the consents by which a client may see a person's applications.
     *
     * @throws Problem {@code dependency_unavailable} when identity-service does not answer: then nothing is shown
     */
    List<UUID> toSeeApplications(UUID person, String recipient) {
        InForce inForce = identity.get()
                .uri("/internal/persons/{id}/consents?recipient={recipient}", person, recipient)
                .retrieve()
                .body(InForce.class);
        return inForce == null || inForce.items() == null
                ? List.of()
                : inForce.items().stream()
                        .filter(consent -> consent.fields().contains(APPLICATIONS))
                        .map(Consent::id)
                        .toList();
    }

    record InForce(@Nullable List<Consent> items) {}

    record Consent(UUID id, List<String> fields) {}
}
