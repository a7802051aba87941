package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.IntStream;
import okno.platform.test.TestDpopKey;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class DpopTest extends SecuredTest {

    private final TestDpopKey key = TestTokens.dpopKey();
    private final TestToken citizen = TestTokens.person("0198c0de-0000-7000-8000-000000000001");
    private final String token = citizen.dpopBound(key).token();

    @Test
    void bound_token_with_a_fresh_proof_is_let_in() {
        assertThat(withProof(key.proof("GET", url("/me"), token)).statusCode()).isEqualTo(200);
    }

    @Test
    void busy_client_is_not_taken_for_a_replay() {
        assertThat(IntStream.range(0, 1100)
                        .map(i -> withProof(key.proof("GET", url("/open"), token), "/open")
                                .statusCode())
                        .distinct())
                .containsExactly(200);
    }

    @Test
    void proof_is_good_once() {
        String proof = key.proof("GET", url("/me"), token);
        assertThat(withProof(proof).statusCode()).isEqualTo(200);
        assertBadProof(withProof(proof));
    }

    @Test
    void proof_for_another_call_is_refused() {
        assertBadProof(withProof(key.proof("GET", url("/open"), token)));
        assertBadProof(withProof(key.proof("POST", url("/me"), token)));
        assertBadProof(
                withProof(key.proof("GET", url("/me"), citizen.dpopBound(key).token())));
    }

    @Test
    void proof_of_another_key_is_refused() {
        assertBadProof(withProof(TestTokens.dpopKey().proof("GET", url("/me"), token)));
    }

    @Test
    void old_proof_is_refused() {
        assertBadProof(
                withProof(key.proof("GET", url("/me"), token, Instant.now().minusSeconds(120))));
    }

    @Test
    void bound_token_without_a_proof_is_refused() {
        assertBadProof(get("/me", "Authorization", "DPoP " + token));
        assertRefused(withToken(token), 401, "invalid_token");
        assertRefused(withToken(token), 401, "invalid_token");
    }

    @Test
    void unbound_token_cannot_be_lent_a_proof() {
        String unbound = citizen.token();
        var response = get("/me", "Authorization", "DPoP " + unbound, "DPoP", key.proof("GET", url("/me"), unbound));
        assertBadProof(response);
    }

    @Test
    void address_in_the_proof_is_the_public_one() {
        String proof = key.proof("GET", "https://okno.example/me", token);
        var response = get(
                "/me",
                "Authorization",
                "DPoP " + token,
                "DPoP",
                proof,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "okno.example",
                "X-Forwarded-Port",
                "443");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> withProof(String proof) {
        return withProof(proof, "/me");
    }

    private HttpResponse<String> withProof(String proof, String path) {
        return get(path, "Authorization", "DPoP " + token, "DPoP", proof);
    }

    private static void assertBadProof(HttpResponse<String> response) {
        assertRefused(response, 401, "invalid_dpop_proof");
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("DPoP error=\"invalid_dpop_proof\", algs=\"ES256 PS256 RS256\"");
    }
}
