package okno.platform.security;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * This service's own access token: asked for when first needed by proving the service's key (RFC 7523, no shared
 * secret), kept until half a minute before it expires, asked for once however many threads want it.
 */
final class ServiceToken {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceToken.class);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

    private final String clientId;
    private final SecurityProperties settings;
    private final ClientHttpRequestFactory requests;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable OAuth2AccessToken current;
    private @Nullable Endpoint endpoint;

    ServiceToken(String clientId, SecurityProperties settings, ClientHttpRequestFactory requests, Clock clock) {
        this.clientId = clientId;
        this.settings = settings;
        this.requests = requests;
        this.clock = clock;
    }

    private record Endpoint(
            RestClientClientCredentialsTokenResponseClient client, OAuth2ClientCredentialsGrantRequest request) {}

    /** A token that lives for a while yet; a {@link Problem} {@code dependency_unavailable} when none can be had. */
    String value() {
        OAuth2AccessToken known = current;
        if (known != null && fresh(known)) {
            return known.getTokenValue();
        }
        asking.lock();
        try {
            known = current;
            if (known == null || !fresh(known)) {
                known = ask();
                current = known;
            }
            return known.getTokenValue();
        } finally {
            asking.unlock();
        }
    }

    /** Forgets a token that was refused, so that the next call asks for another. */
    void refused(String token) {
        OAuth2AccessToken known = current;
        if (known != null && known.getTokenValue().equals(token)) {
            current = null;
        }
    }

    private boolean fresh(OAuth2AccessToken token) {
        Instant expires = token.getExpiresAt();
        return expires != null && clock.instant().isBefore(expires.minus(RENEW_BEFORE));
    }

    private OAuth2AccessToken ask() {
        try {
            Endpoint known = endpoint;
            if (known == null) {
                known = endpoint();
                endpoint = known;
            }
            return known.client().getTokenResponse(known.request()).getAccessToken();
        } catch (OAuth2AuthorizationException | RestClientException | IOException | ParseException e) {
            LOG.error("No token for {} to call other services with", clientId, e);
            throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
        }
    }

    private Endpoint endpoint() throws IOException, ParseException {
        Path file = settings.clientKeyFile();
        if (file == null || file.toString().isEmpty()) {
            throw new IOException("okno.security.client-key-file is not set");
        }
        JWK key = JWK.parse(Files.readString(file));
        ClientRegistration registration = ClientRegistration.withRegistrationId("okno")
                .clientId(clientId)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.tokens().toString())
                .build();
        var assertion =
                new NimbusJwtClientAuthenticationParametersConverter<OAuth2ClientCredentialsGrantRequest>(any -> key);
        // The issuer, not the endpoint: the audience that servers must accept since the attacks on other values.
        assertion.setJwtClientAssertionCustomizer(context -> context.getClaims().audience(List.of(settings.issuer())));
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.addParametersConverter(assertion);
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return new Endpoint(client, new OAuth2ClientCredentialsGrantRequest(registration));
    }
}
