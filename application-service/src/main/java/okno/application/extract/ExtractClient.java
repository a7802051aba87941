package okno.application.extract;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okno.application.catalogue.domain.Processing;
import okno.platform.security.ServiceClients;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks registry-service for extracts. */
@Component
class ExtractClient {

    private final RestClient registry;

    ExtractClient(ServiceClients services) {
        this.registry = services.to("registry");
    }

    /**
     * The content of the extract; the same one however often it is asked for an application. Empty when the register has
     * no such record.
     */
    Optional<byte[]> make(Processing.Extract wanted, String key, String personId, UUID applicationId) {
        try {
            Made made = registry.post()
                    .uri("/internal/extracts")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Request(wanted.register(), key, wanted.kind(), wanted.format(), personId, applicationId))
                    .retrieve()
                    .body(Made.class);
            return Optional.of(content(Objects.requireNonNull(made).id()));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }

    private byte[] content(UUID id) {
        byte[] content = registry.get()
                .uri("/internal/extracts/{id}/content", id)
                .accept(MediaType.APPLICATION_PDF, MediaType.APPLICATION_XML, MediaType.ALL)
                .retrieve()
                .body(byte[].class);
        return Objects.requireNonNull(content);
    }

    record Request(String register, String key, String kind, String format, String personId, UUID applicationId) {}

    record Made(UUID id) {}
}
