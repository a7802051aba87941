package okno.registry.registration;

import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Reads approved applications from application-service. */
@Component
class ApplicationClient {

    private final RestClient http;

    ApplicationClient(ServiceClients clients) {
        this.http = clients.to("application");
    }

    /** The application with its form; unavailable as a {@link Problem} that the listener retries. */
    Application get(UUID id) {
        Application found =
                http.get().uri("/internal/applications/{id}", id).retrieve().body(Application.class);
        if (found == null) {
            throw Problem.notFound();
        }
        return found;
    }

    record Application(UUID id, String personId, Form form) {}

    /** What a registration needs of the form of {@code ip-registration}. */
    record Form(String lastName, String firstName, @Nullable String middleName, String inn, String okvedMain) {}
}
