package okno.application.draft;

import java.util.Map;
import java.util.Optional;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks identity-service for a person. */
@Component
class PersonClient {

    private static final Logger LOG = LoggerFactory.getLogger(PersonClient.class);
    private static final ParameterizedTypeReference<Map<String, Object>> PERSON = new ParameterizedTypeReference<>() {};

    private final RestClient identity;

    PersonClient(ServiceClients services) {
        this.identity = services.to("identity");
    }

    /** The person's data as identity-service names them; empty when it does not answer. */
    Optional<Map<String, Object>> person(String id) {
        try {
            return Optional.ofNullable(identity.get()
                    .uri("/internal/persons/{id}", id)
                    .header("Okno-Purpose", "application-prefill")
                    .retrieve()
                    .body(PERSON));
        } catch (Problem | RestClientException e) {
            LOG.warn("Nothing prefilled from identity-service: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
