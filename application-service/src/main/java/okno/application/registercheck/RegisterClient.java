package okno.application.registercheck;

import java.util.Map;
import java.util.Optional;
import okno.application.catalogue.domain.Passport;
import okno.platform.security.ServiceClients;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks registry-service for the record that a check is about. */
@Component
class RegisterClient {

    private static final ParameterizedTypeReference<Map<String, Object>> RECORD = new ParameterizedTypeReference<>() {};

    private final RestClient registry;

    RegisterClient(ServiceClients services) {
        this.registry = services.to("registry");
    }

    /**
     * The record as registry-service names its fields; empty when the register has none of this key.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable}
     * @throws org.springframework.web.client.RestClientException when the answer is none that could be read
     */
    Optional<Map<String, Object>> find(Passport.RegisterCheck check, String key) {
        try {
            return Optional.ofNullable(
                    registry.get().uri(path(check.register()), key).retrieve().body(RECORD));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }

    private static String path(String register) {
        return switch (register) {
            case "EGRUL" -> "/internal/organisations/{ogrn}";
            case "EGRIP" -> "/internal/sole-traders/{ogrnip}";
            default -> throw new IllegalArgumentException("no look-up of register " + register);
        };
    }
}
