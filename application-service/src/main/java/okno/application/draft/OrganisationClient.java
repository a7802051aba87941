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

/** Asks registry-service for an organisation. */
@Component
class OrganisationClient {

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationClient.class);
    private static final ParameterizedTypeReference<Map<String, Object>> RECORD = new ParameterizedTypeReference<>() {};

    private final RestClient registry;

    OrganisationClient(ServiceClients services) {
        this.registry = services.to("registry");
    }

    /** The organisation as registry-service names its fields; empty when it does not answer or knows no such one. */
    Optional<Map<String, Object>> organisation(String ogrn) {
        try {
            return Optional.ofNullable(registry.get()
                    .uri("/internal/organisations/{ogrn}", ogrn)
                    .retrieve()
                    .body(RECORD));
        } catch (Problem | RestClientException e) {
            LOG.warn("Nothing prefilled from registry-service: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
