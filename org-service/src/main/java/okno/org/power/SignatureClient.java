package okno.org.power;

import java.util.Optional;
import java.util.UUID;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks identity-service for a signature. */
@Component
class SignatureClient {

    private final RestClient identity;

    SignatureClient(ServiceClients clients) {
        this.identity = clients.to("identity");
    }

    /** What we read of a signature; {@code status}: PENDING, CONFIRMED, EXPIRED. */
    record Signature(String personId, @Nullable UUID orgId, String documentSha256, String status) {}

    Optional<Signature> find(UUID id) {
        try {
            return Optional.ofNullable(identity.get()
                    .uri("/internal/signatures/{id}", id)
                    .retrieve()
                    .body(Signature.class));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }
}
