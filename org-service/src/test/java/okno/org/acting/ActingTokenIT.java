package okno.org.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.org.OrgIT;
import okno.platform.test.TestDpopKey;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class ActingTokenIT extends OrgIT {

    private final String person = UUID.randomUUID().toString();
    private final TestToken head = TestTokens.person(person).sid("session-1");

    @Test
    void head_gets_a_token_that_the_published_key_verifies() throws Exception {
        String org = linked();

        var response = actingToken(org, head);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        SignedJWT token = SignedJWT.parse(json(response).path("token").stringValue());
        JWKSet published = JWKSet.parse(
                call("GET", "/.well-known/okno-acting-jwks.json", null).body());
        assertThat(published.getKeys()).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
        var key = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("okno-act+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(TestTokens.actingIssuer());
        assertThat(claims.getAudience()).containsExactly("okno-api");
        assertThat(claims.getSubject()).isEqualTo(person);
        assertThat(claims.getStringClaim("org_id")).isEqualTo(org);
        assertThat(claims.getStringClaim("inn")).isEqualTo(INN);
        assertThat(claims.getStringClaim("sid")).isEqualTo("session-1");
        assertThat(claims.getStringListClaim("permissions")).contains("applications.submit", "payments.create");
        assertThat(claims.getClaim("cnf")).isNull();
        Instant expires = Instant.parse(json(response).path("expiresAt").stringValue());
        assertThat(expires)
                .isBetween(Instant.now().plusSeconds(290), Instant.now().plusSeconds(300));
    }

    @Test
    void token_of_a_bound_access_token_is_bound_to_the_same_key() throws Exception {
        String org = linked();
        TestDpopKey key = TestTokens.dpopKey();
        String bound = head.dpopBound(key).token();
        String url = "http://localhost:" + port + "/api/v1/orgs/" + org + "/acting-token";

        var response = call(
                "POST",
                "/api/v1/orgs/" + org + "/acting-token",
                null,
                "Authorization",
                "DPoP " + bound,
                "DPoP",
                key.proof("POST", url, bound));

        var claims = SignedJWT.parse(json(response).path("token").stringValue()).getJWTClaimsSet();
        assertThat(claims.getClaim("cnf")).isEqualTo(Map.of("jkt", key.thumbprint()));
    }

    @Test
    void nobody_else_gets_one() {
        String org = linked();

        assertThat(actingToken(org, TestTokens.person(UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        var unconfirmed = actingToken(org, head.ial("standard"));
        assertThat(unconfirmed.statusCode()).isEqualTo(403);
        assertThat(unconfirmed.body()).contains("account_not_confirmed");
        assertThat(actingToken(org, TestTokens.client("agency-fns")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void organisation_that_is_not_linked_gives_none() {
        String ogrn = newOgrn();
        registryAnswers(ogrn, 404);
        String checking = json(link(head.bearer(), ogrn)).path("id").stringValue();
        var response = actingToken(checking, head);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("organisation_not_linked");

        String org = linked();
        call("DELETE", "/api/v1/orgs/" + org, null, "Authorization", head.bearer());
        assertThat(actingToken(org, head).statusCode()).isEqualTo(409);
    }

    private String linked() {
        String ogrn = newOgrn();
        registryHas(ogrn, HEAD_INN, "ACTIVE");
        identityHas(person, HEAD_INN);
        String id = json(link(head.bearer(), ogrn)).path("id").stringValue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> call("GET", "/api/v1/orgs/" + id, null, "Authorization", head.bearer())
                        .body()
                        .contains("\"LINKED\""));
        return id;
    }

    private HttpResponse<String> actingToken(String org, TestToken caller) {
        return call("POST", "/api/v1/orgs/" + org + "/acting-token", null, "Authorization", caller.bearer());
    }
}
