package okno.org.linking;

import okno.org.linking.domain.HeadPolicy.Registered;
import okno.org.linking.domain.HeadPolicy.State;
import okno.platform.core.number.Ogrn;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks registry-service for companies. */
@Component
class RegistryClient {

    private final RestClient registry;

    RegistryClient(ServiceClients clients) {
        this.registry = clients.to("registry");
    }

    private record Found(
            String inn,
            @Nullable String kpp,
            @Nullable String shortName,
            State status,
            @Nullable Head head) {}

    private record Head(@Nullable String inn) {}

    /** The company as registered, or null when there is none with this number. */
    @Nullable
    Registered find(Ogrn ogrn) {
        try {
            Found found = registry.get()
                    .uri("/internal/organisations/{ogrn}", ogrn.value())
                    .retrieve()
                    .requiredBody(Found.class);
            String headInn = found.head() == null ? null : found.head().inn();
            return new Registered(found.inn(), found.kpp(), found.shortName(), found.status(), headInn);
        } catch (HttpClientErrorException.NotFound e) {
            return null;
        }
    }
}
