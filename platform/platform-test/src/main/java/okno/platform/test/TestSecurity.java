package okno.platform.test;

import java.net.http.HttpRequest;
import java.util.Map;

/** Makes a service under test trust the test issuer, and a test's own calls pass. */
final class TestSecurity {

    private TestSecurity() {}

    /** Settings of the service under test. */
    static Map<String, String> properties() {
        return Map.of(
                "okno.security.issuer", TestTokens.issuer(),
                "okno.security.jwks-uri", TestTokens.jwksUri(),
                "okno.security.acting-issuer", TestTokens.actingIssuer(),
                "okno.security.acting-jwks-uri", TestTokens.actingJwksUri(),
                "okno.security.client-key-file", TestTokens.clientKeyFile().toString());
    }

    /** Adds what a call needs to be let in. */
    static HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return request;
    }
}
