package okno.org.power;

import okno.platform.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks application-service's catalogue, which anybody may read. */
@Component
class ServiceClient {

    private final RestClient applications;

    ServiceClient(ServiceClients clients) {
        this.applications = clients.to("application");
    }

    /** Whether a service of this code can be applied for. */
    boolean exists(String code) {
        try {
            applications.get().uri("/api/v1/services/{code}", code).retrieve().toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound e) {
            return false;
        }
    }
}
