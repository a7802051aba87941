package okno.application.result;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.security.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks identity-service for the portal's seal on a document. Without an answer there is no document. */
@Component
class SealClient {

    private static final Logger LOG = LoggerFactory.getLogger(SealClient.class);

    /** A seal takes some 20 ms; the first one of a process wakes libraries for seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RestClient identity;

    SealClient(ServiceClients services) {
        this.identity = services.to("identity", ANSWER);
    }

    /**
     * The PDF with its seal; it begins with what was handed in.
     *
     * @throws Problem {@code dependency_unavailable} when it cannot be sealed now
     */
    byte[] pdf(byte[] document) {
        byte[] sealed = sealed(document, MediaType.APPLICATION_PDF);
        if (Arrays.mismatch(document, sealed) != document.length) {
            throw unusable("another document came back");
        }
        return sealed;
    }

    /**
     * The XML with its seal inside.
     *
     * @throws Problem {@code dependency_unavailable} when it cannot be sealed now
     */
    byte[] xml(byte[] document) {
        byte[] sealed = sealed(document, MediaType.APPLICATION_XML);
        if (sealed.length <= document.length) {
            throw unusable("another document came back");
        }
        return sealed;
    }

    private byte[] sealed(byte[] document, MediaType type) {
        try {
            return Objects.requireNonNullElse(
                    identity.post()
                            .uri("/internal/seals")
                            .contentType(type)
                            .accept(type, MediaType.APPLICATION_PROBLEM_JSON)
                            .body(document)
                            .retrieve()
                            .body(byte[].class),
                    new byte[0]);
        } catch (RestClientException refused) {
            throw unusable(refused.getClass().getSimpleName());
        }
    }

    private static Problem unusable(String why) {
        LOG.error("A result could not be sealed: {}", why);
        return new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
    }
}
