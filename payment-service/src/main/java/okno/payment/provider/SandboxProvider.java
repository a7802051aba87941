package okno.payment.provider;

import java.net.http.HttpClient;
import java.util.Optional;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The acquirer's API of the sandbox: sessions with a hosted page. */
@Component
class SandboxProvider implements PaymentProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxProvider.class);

    private final RestClient client;
    private final ProviderProperties properties;

    SandboxProvider(ProviderProperties properties) {
        this.properties = properties;
        var http = HttpClient.newBuilder()
                // The upgrade to HTTP/2 in clear costs a round trip and confuses some servers.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.key())
                .build();
    }

    /** Amounts are minor units. */
    private record OpenRequest(
            String merchantPaymentId,
            long amount,
            String currency,
            String description,
            String returnUrl,
            String callbackUrl) {}

    private record Session(
            String sessionId,
            @Nullable String pageUrl,
            ProviderSession.@Nullable Status status,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String providerPaymentId) {

        ProviderSession toProviderSession() {
            return new ProviderSession(
                    sessionId,
                    pageUrl,
                    status == null ? ProviderSession.Status.CREATED : status,
                    amount == null || currency == null ? null : new Money(amount, currency),
                    providerPaymentId);
        }
    }

    @Override
    public String code() {
        return "sandbox";
    }

    @Override
    public ProviderSession open(SessionRequest request) {
        String paymentId = request.paymentId().toString();
        try {
            Session opened = client.post()
                    .uri("/provider/v1/sessions")
                    .header("Idempotency-Key", paymentId)
                    .body(new OpenRequest(
                            paymentId,
                            request.amount().amount(),
                            request.amount().currency(),
                            request.description(),
                            properties.returnUrl() + "?payment=" + paymentId,
                            properties.callbackUrl()))
                    .retrieve()
                    .body(Session.class);
            if (opened == null || opened.pageUrl() == null) {
                throw new ProviderUnavailable();
            }
            return opened.toProviderSession();
        } catch (RestClientException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<ProviderSession> find(String sessionId) {
        try {
            Session found = client.get()
                    .uri("/provider/v1/sessions/{id}", sessionId)
                    .retrieve()
                    .body(Session.class);
            return Optional.ofNullable(found).map(Session::toProviderSession);
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        } catch (RestClientException e) {
            throw unavailable(e);
        }
    }

    private static ProviderUnavailable unavailable(RestClientException cause) {
        // Only the kind of failure: an answer's text is the provider's and may hold anything.
        LOG.warn(
                "Payment provider gave no usable answer: {}",
                cause.getMostSpecificCause().getClass().getSimpleName());
        return new ProviderUnavailable();
    }
}
