package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okno.local.demo.CompanyVisit;
import okno.local.demo.People;
import okno.local.demo.Visitor;
import okno.local.demo.Waiting;
import okno.local.machine.Port;
import tools.jackson.databind.JsonNode;

/** A company's system in the registry of clients, approved, with a key of its own. */
final class RegisteredClient {

    static final URI CALLBACK = URI.create("https://partner.example/callback");

    private final Visitor company;
    private final Partner partner;
    private final String id;
    private final String clientId;

    private RegisteredClient(Visitor company, Partner partner, String id, String clientId) {
        this.company = company;
        this.partner = partner;
        this.id = id;
        this.clientId = clientId;
    }

    /** The company's head asks for it, an administrator approves, Keycloak knows it. */
    static RegisteredClient of(String name, String... scopes) throws Exception {
        var visit = new CompanyVisit(RunningOkno.people().person("head"), People.COMPANY);
        Visitor company = visit.act(visit.link());
        var partner = new Partner(URI.create(RunningOkno.ports().url(Port.KEYCLOAK) + "/realms/okno"));
        JsonNode asked = company.post("/api/v1/clients")
                .json(Map.of(
                        "name", name,
                        "purpose", "Сведения реестров и профиль в учётной системе",
                        "scopes", List.of(scopes),
                        "redirectUris", List.of(CALLBACK.toString()),
                        "jwks", Map.of("keys", List.of(partner.publicKey().toJSONObject()))))
                .send()
                .expect(201)
                .json();
        var client = new RegisteredClient(
                company,
                partner,
                asked.get("id").asString(),
                asked.get("clientId").asString());
        RunningOkno.people()
                .person("admin")
                .post("/api/v1/clients/" + client.id + "/decision")
                .json(Map.of("approved", true))
                .send()
                .expect(200);
        client.awaitStatus("ACTIVE");
        return client;
    }

    Visitor company() {
        return company;
    }

    Partner partner() {
        return partner;
    }

    String id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    void awaitStatus(String status) {
        Waiting.until(Duration.ofSeconds(15), "client " + status, () -> Optional.of(
                        company.get("/api/v1/clients/" + id).send().expect(200).json())
                .filter(now -> now.path("status").asString().equals(status)));
    }

    /** Whether it gets a token of its own, for one scope. */
    TokenResponse asked(String scope) throws Exception {
        return partner.tokens(clientId, new ClientCredentialsGrant(), new Scope(scope), partner.proofs());
    }

    DPoPAccessToken own(String scope) throws Exception {
        TokenResponse answer = asked(scope);
        assertThat(answer.indicatesSuccess())
                .as(answer.toHTTPResponse().getBody())
                .isTrue();
        return answer.toSuccessResponse().getTokens().getDPoPAccessToken();
    }

    /** A read through the gateway. */
    HTTPResponse get(String path, DPoPAccessToken token) throws Exception {
        return Partner.get(RunningOkno.portal().gateway().resolve(path), token, partner.proofs());
    }
}
