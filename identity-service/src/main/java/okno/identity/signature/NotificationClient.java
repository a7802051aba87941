package okno.identity.signature;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.security.ServiceClients;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Hands one-time codes to notification-service, which sends them at once and keeps none. */
@Component
public class NotificationClient {

    private final RestClient notification;

    NotificationClient(ServiceClients clients) {
        this.notification = clients.to("notification");
    }

    /** @throws Problem {@code dependency_unavailable} when the code did not get through; it is not tried again, codes are short-lived */
    public void send(CodeMessage message) {
        notification
                .post()
                .uri("/internal/one-time-codes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(message)
                .retrieve()
                .onStatus(HttpStatusCode::isError, (request, response) -> {
                    throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
                })
                .toBodilessEntity();
    }
}
