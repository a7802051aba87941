package okno.keycloak.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The provider of SMS over HTTP. Asked directly and not through notification-service: a log-in must not wait for a
 * service that itself asks for tokens.
 */
final class SmsGateway {

    private static final Logger LOG = Logger.getLogger(SmsGateway.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    SmsGateway(URI address) {
        this.address = address;
    }

    /**
     * @param id the same for the same message, however often it is sent
     * @return whether the provider has taken it; waits for 4 seconds at most
     */
    boolean send(String id, Phone to, String text) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(Map.of("clientMessageId", id, "to", to.number(), "text", text))))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                return true;
            }
            LOG.warnf("The SMS provider answered %d to message %s", status, id);
            return false;
        } catch (IOException e) {
            LOG.warnf("The SMS provider does not answer to message %s: %s", id, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String json(Map<String, String> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
