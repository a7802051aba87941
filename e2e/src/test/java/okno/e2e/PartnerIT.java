package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okno.local.demo.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company registers its system, and the system works through Keycloak and the gateway with a client library that was
 * never told of Okno: discovery, PAR, PKCE, DPoP, refresh, introspection, revocation (FAPI 2.0 Security Profile).
 */
class PartnerIT {

    private static final URI CALLBACK = RegisteredClient.CALLBACK;
    private static final Visitor ADMIN = RunningOkno.people().person("admin");

    private static RegisteredClient system;
    private static Partner partner;
    private static String client;

    @BeforeAll
    static void a_company_registers_its_system() throws Exception {
        system = RegisteredClient.of("ERP Ромашка", "okno.identity", "okno.registries");
        partner = system.partner();
        client = system.clientId();
    }

    @Test
    void a_person_lets_the_system_act_and_its_tokens_work_only_with_its_key() throws Exception {
        OIDCTokenResponse answer = logIn();
        DPoPAccessToken token = answer.getOIDCTokens().getDPoPAccessToken();
        URI me = gateway("/api/v1/me");

        assertThat(Partner.get(me, token, partner.proofs()).getBody()).contains("Петров");
        assertThat(Partner.get(me, token, strangersProofs()).getStatusCode()).isEqualTo(401);
        HTTPRequest plain = new HTTPRequest(HTTPRequest.Method.GET, me);
        plain.setAuthorization("Bearer " + token.getValue());
        assertThat(plain.send().getStatusCode()).isEqualTo(401);
        HTTPResponse beyond = Partner.get(gateway("/api/v1/charges"), token, partner.proofs());
        assertThat(beyond.getStatusCode()).isEqualTo(403);
        assertThat(beyond.getBody()).contains("scope_missing");

        RefreshToken refresh = answer.getOIDCTokens().getRefreshToken();
        TokenResponse renewed = partner.tokens(client, new RefreshTokenGrant(refresh), null, partner.proofs());
        assertThat(renewed.indicatesSuccess()).isTrue();
        DPoPAccessToken next = renewed.toSuccessResponse().getTokens().getDPoPAccessToken();
        assertThat(Partner.get(me, next, partner.proofs()).getStatusCode()).isEqualTo(200);

        assertThat(introspected(next)).isTrue();
        revoke(next);
        assertThat(introspected(next)).isFalse();
        revoke(refresh);
        assertThat(partner.tokens(client, new RefreshTokenGrant(refresh), null, partner.proofs())
                        .indicatesSuccess())
                .isFalse();
    }

    @Test
    void the_system_has_tokens_of_its_own() throws Exception {
        DPoPAccessToken token = system.own("okno.registries");
        URI registries = gateway("/api/v1/registries");

        HTTPResponse answer = Partner.get(registries, token, partner.proofs());
        assertThat(answer.getStatusCode()).as(answer.getBody()).isNotIn(401, 429, 500);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        Partner.get(registries, token, partner.proofs()).getHeaderValue("RateLimit-Policy"))
                .contains("\"client-second\";q=10"));
        assertThat(Partner.get(gateway("/api/v1/me"), token, partner.proofs()).getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void what_the_profile_forbids_is_refused_by_keycloak() throws Exception {
        AuthorizationRequest direct =
                authorization(new CodeVerifier(), new State()).build();
        assertThat(direct.toHTTPRequest().send().getBody() + direct.toURI()).doesNotContain("kc-form-login");

        var withoutChallenge = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client))
                .redirectionURI(CALLBACK)
                .scope(new Scope("openid"))
                .build();
        assertThat(push(withoutChallenge).indicatesSuccess()).isFalse();

        var request = new com.nimbusds.oauth2.sdk.TokenRequest.Builder(
                        partner.provider().getTokenEndpointURI(), partner.itself(client), new ClientCredentialsGrant())
                .build()
                .toHTTPRequest();
        assertThat(TokenResponse.parse(request.send()).indicatesSuccess()).isFalse();
    }

    @Test
    void a_suspended_system_is_out_within_five_seconds_and_gets_no_new_token() throws Exception {
        DPoPAccessToken token = system.own("okno.registries");
        URI registries = gateway("/api/v1/registries");
        assertThat(Partner.get(registries, token, partner.proofs()).getStatusCode())
                .isNotEqualTo(401);

        system.company()
                .post("/api/v1/clients/" + system.id() + "/suspension")
                .json(Map.of("reason", "Учение: ключ утёк"))
                .send()
                .expect(200);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        Partner.get(registries, token, partner.proofs()).getStatusCode())
                .isEqualTo(401));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !system.asked("okno.registries").indicatesSuccess());

        ADMIN.delete("/api/v1/clients/" + system.id() + "/suspension").send().expect(200);
        system.awaitStatus("ACTIVE");
        DPoPAccessToken again = system.own("okno.registries");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        Partner.get(registries, again, partner.proofs()).getStatusCode())
                .isNotEqualTo(401));
    }

    private static OIDCTokenResponse logIn() throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        Nonce nonce = new Nonce();
        PushedAuthorizationResponse pushed =
                push(authorization(verifier, state).nonce(nonce).build());
        assertThat(pushed.indicatesSuccess()).as(pushed.toString()).isTrue();
        URI page = new AuthorizationRequest.Builder(pushed.toSuccessResponse().getRequestURI(), new ClientID(client))
                .endpointURI(partner.provider().getAuthorizationEndpointURI())
                .build()
                .toURI();
        URI back = RunningOkno.logins()
                .authorize(
                        page,
                        CALLBACK.toString(),
                        "citizen2",
                        RunningOkno.secrets().demoPassword());
        var called = AuthenticationResponseParser.parse(back).toSuccessResponse();
        assertThat(called.getState()).isEqualTo(state);
        assertThat(called.getIssuer()).isEqualTo(partner.provider().getIssuer());
        AuthorizationCode code = called.getAuthorizationCode();

        TokenResponse answer =
                partner.tokens(client, new AuthorizationCodeGrant(code, CALLBACK, verifier), null, partner.proofs());
        assertThat(answer.indicatesSuccess())
                .as(answer.toHTTPResponse().getBody())
                .isTrue();
        var tokens = (OIDCTokenResponse) answer.toSuccessResponse();
        new IDTokenValidator(
                        partner.provider().getIssuer(),
                        new ClientID(client),
                        JWSAlgorithm.parse(tokens.getOIDCTokens()
                                .getIDToken()
                                .getHeader()
                                .getAlgorithm()
                                .getName()),
                        partner.provider().getJWKSetURI().toURL())
                .validate(tokens.getOIDCTokens().getIDToken(), nonce);
        return tokens;
    }

    private static AuthenticationRequest.Builder authorization(CodeVerifier verifier, State state) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "okno.identity"), new ClientID(client), CALLBACK)
                .endpointURI(partner.provider().getAuthorizationEndpointURI())
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .state(state)
                .nonce(new Nonce());
    }

    private static PushedAuthorizationResponse push(AuthorizationRequest request) throws Exception {
        assertThat(partner.provider().getTokenEndpointAuthMethods())
                .contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        var push = new PushedAuthorizationRequest(
                partner.provider().getPushedAuthorizationRequestEndpointURI(), partner.itself(client), request);
        return PushedAuthorizationResponse.parse(push.toHTTPRequest().send());
    }

    private static boolean introspected(Token token) throws Exception {
        var request = new TokenIntrospectionRequest(
                partner.provider().getIntrospectionEndpointURI(), partner.itself(client), token);
        return TokenIntrospectionResponse.parse(request.toHTTPRequest().send())
                .toSuccessResponse()
                .isActive();
    }

    private static void revoke(Token token) throws Exception {
        var request = new TokenRevocationRequest(
                partner.provider().getRevocationEndpointURI(), partner.itself(client), token);
        HTTPResponse answer = request.toHTTPRequest().send();
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    }

    private static DefaultDPoPProofFactory strangersProofs() throws Exception {
        return new DefaultDPoPProofFactory(Partner.newKey(), JWSAlgorithm.ES256);
    }

    private static URI gateway(String path) {
        return RunningOkno.portal().gateway().resolve(path);
    }
}
