package okno.keycloak.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** identity-service, which knows the trusted authorities, the revocation lists and whose certificate it is. */
final class Judge {

    private static final Logger LOG = Logger.getLogger(Judge.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    /** A signature with its whole chain has some KB. */
    private static final int SIGNATURE_LIMIT = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    Judge(URI address) {
        this.address = address;
    }

    /** Whose signature it is, why it counts for nothing, or that nobody can say now. */
    sealed interface Judgement {}

    record Holder(String personId) implements Judgement {}

    record Refused(List<String> reasons) implements Judgement {}

    record Unknown() implements Judgement {}

    /** @param signature a detached CMS over the text's UTF-8 bytes, Base64 or PEM */
    Judgement judge(KeycloakSession session, String text, String signature) {
        if (signature.length() > SIGNATURE_LIMIT) {
            return new Refused(List.of("too_large"));
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ServiceToken.issue(session))
                .POST(BodyPublishers.ofString(json(Map.of("text", text, "signature", signature))))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            LOG.warnf("identity-service does not answer: %s", e.toString());
            return new Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown();
        }
    }

    private static Judgement read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            LOG.warnf("identity-service answered %d to a log-in by certificate", answer.statusCode());
            return new Unknown();
        }
        JsonNode judgement = JSON.readTree(answer.body());
        if (judgement.hasNonNull("personId")) {
            return new Holder(judgement.get("personId").asText());
        }
        List<String> reasons = new ArrayList<>();
        judgement.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        return new Refused(reasons);
    }

    private static String json(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
