package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Tokens bound to a certificate (RFC 8705) at a service, which hears of certificates from the gateway and nobody else. */
class CertificateBoundTest extends SecuredTest {

    private static final byte[] CERTIFICATE = "any DER will do: only its digest counts".getBytes();
    private static final byte[] OTHER = "another".getBytes();
    private static final TestToken GATEWAY = TestTokens.service("gateway");

    private final TestToken person = TestTokens.person("0198c0de-0000-7000-8000-000000000001");
    private final String bound = person.certificateBound(CERTIFICATE).token();

    @Test
    void is_let_in_with_the_certificate_and_the_gateway_s_proof() {
        assertThat(with(field(CERTIFICATE), GATEWAY.token()).statusCode()).isEqualTo(200);
        // From the cache, too.
        assertThat(with(field(CERTIFICATE), GATEWAY.token()).statusCode()).isEqualTo(200);
        assertRefused(with(field(OTHER), GATEWAY.token()), 401, "invalid_token");
    }

    @Test
    void is_refused_when_anybody_else_tells_of_the_certificate() {
        String field = field(CERTIFICATE);
        assertRefused(withToken(bound), 401, "invalid_token");
        assertRefused(
                get("/me", "Authorization", "Bearer " + bound, ClientCertificates.FIELD, field), 401, "invalid_token");
        for (TestToken liar : new TestToken[] {
            TestTokens.service("payment-service"),
            TestTokens.client("gateway"),
            TestTokens.person("gateway"),
            GATEWAY.expired(),
            GATEWAY.audience("account")
        }) {
            assertRefused(with(field, liar.token()), 401, "invalid_token");
        }
        assertRefused(with(field, "nonsense"), 401, "invalid_token");
    }

    @Test
    void a_field_that_is_not_as_the_standard_says_is_none() {
        String plain = Base64.getEncoder().encodeToString(CERTIFICATE);
        for (String field : new String[] {plain, ":" + plain, "::", ":%%%:", ":" + "A".repeat(6_100) + ":"}) {
            assertRefused(with(field, GATEWAY.token()), 401, "invalid_token");
        }
        assertRefused(
                get(
                        "/me",
                        "Authorization",
                        "Bearer " + bound,
                        ClientCertificates.FIELD,
                        field(CERTIFICATE),
                        ClientCertificates.FIELD,
                        field(OTHER),
                        GatewayProof.FIELD,
                        GATEWAY.token()),
                401,
                "invalid_token");
    }

    @Test
    void the_proof_of_the_gateway_gives_nobody_any_rights() {
        assertRefused(
                get("/machine", GatewayProof.FIELD, GATEWAY.token(), ClientCertificates.FIELD, field(CERTIFICATE)),
                401,
                "unauthenticated");
    }

    private HttpResponse<String> with(String field, String proof) {
        return get(
                "/me", "Authorization", "Bearer " + bound, ClientCertificates.FIELD, field, GatewayProof.FIELD, proof);
    }

    private static String field(byte[] der) {
        return ":" + Base64.getEncoder().encodeToString(der) + ":";
    }
}
