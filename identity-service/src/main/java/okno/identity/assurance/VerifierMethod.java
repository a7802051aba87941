package okno.identity.assurance;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Likeness;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.PassportTerm;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.person.domain.Person;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A bank, or a provider of video identification: it asks the person on a page of its own and tells by a signed callback
 * whom it saw. We open the session; the person is compared with the account here, never there.
 */
final class VerifierMethod implements ProofMethod {

    private static final Logger LOG = LoggerFactory.getLogger(VerifierMethod.class);

    private final Method method;
    private final AssuranceProperties.Verifier verifier;
    private final String publicUrl;
    private final CircuitBreaker breaker;
    private final RestClient client;

    VerifierMethod(Method method, AssuranceProperties.Verifier verifier, AssuranceProperties properties) {
        this.method = method;
        this.verifier = verifier;
        this.publicUrl = properties.publicUrl().toString();
        this.breaker = CircuitBreaker.ofDefaults(word());
        var http = HttpClient.newBuilder()
                // The upgrade to HTTP/2 in clear costs a round trip and confuses some servers.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(verifier.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(verifier.readTimeout());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(verifier.url() == null ? "" : verifier.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + verifier.key())
                .build();
    }

    private record OpenRequest(String reference, String callbackUrl, String returnUrl) {}

    private record Opened(@Nullable String page) {}

    /** In lower case, as it stands in the callback's path and as issuer of what it signs. */
    String word() {
        return method.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Method method() {
        return method;
    }

    /**
     * Opens a session at the provider.
     *
     * @throws VerificationRefused {@code method_unavailable} when none is connected
     */
    @Override
    public Start start(UUID attempt) {
        if (!verifier.connected()) {
            throw VerificationRefused.methodUnavailable();
        }
        var request = new OpenRequest(
                attempt.toString(),
                publicUrl + "/api/v1/verifiers/" + word() + "/callbacks",
                publicUrl + "/profile/verifications/" + attempt);
        try {
            Opened opened = breaker.executeSupplier(() -> client.post()
                    .uri("/verifier/v1/sessions")
                    .body(request)
                    .retrieve()
                    .body(Opened.class));
            if (opened == null || opened.page() == null) {
                throw unavailable();
            }
            return new Start(null, opened.page());
        } catch (RestClientException | CallNotPermittedException failed) {
            LOG.warn(
                    "The verifier {} gave no usable answer: {}",
                    word(),
                    failed.getClass().getSimpleName());
            throw unavailable();
        }
    }

    /** @throws VerificationRefused {@code not_recognised}, {@code other_person}, {@code passport_expired} */
    @Override
    public Proof examine(Person person, Evidence evidence) {
        if (!(evidence instanceof Evidence.Testimony testimony)) {
            throw VerificationRefused.over();
        }
        if (!testimony.seen()) {
            throw VerificationRefused.notRecognised();
        }
        List<FieldFault> differences = Likeness.differences(person, testimony);
        if (!differences.isEmpty()) {
            throw VerificationRefused.otherPerson(differences);
        }
        // The registers came first, so there is a passport, and its term is what everything else rests on.
        LocalDate until = person.passport() == null
                ? null
                : PassportTerm.validUntil(person.birthDate(), person.passport().issueDate());
        return new Proof(testimony.verifier(), null, until, null);
    }

    private static Problem unavailable() {
        return new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
    }
}
