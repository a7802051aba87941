package okno.identity.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientKey;
import okno.identity.client.domain.Scope;
import okno.platform.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Client applications in Keycloak, by the resource of our extension, which takes clients of the registry and no others and
 * gives their accounts the role of a machine. The attribute {@code okno.registered} binds a client to
 * the realm's policy {@code registered-clients}, the FAPI 2 security profile; what the profile asks for is set
 * here as well, so that Keycloak never has to correct it.
 */
@Component
class KeycloakClients {

    private static final String ASSERTION_ALGORITHM = "token.endpoint.auth.signing.alg";

    private final RestClient keycloak;

    KeycloakClients(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /** Makes Keycloak's client what ours is; the same again changes nothing. */
    void write(ClientApplication client, List<ClientKey> keys) {
        Map<String, Object> wanted = representation(client, keys);
        keycloak.put()
                .uri("/okno-clients/{id}", client.id())
                .body(wanted)
                .retrieve()
                .toBodilessEntity();
    }

    /** Deletes it; one that is not there is fine. */
    void delete(ClientApplication client) {
        try {
            keycloak.delete().uri("/okno-clients/{id}", client.id()).retrieve().toBodilessEntity();
        } catch (HttpClientErrorException.NotFound goneAlready) {
            return;
        }
    }

    private static Map<String, Object> representation(ClientApplication client, List<ClientKey> keys) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", client.id());
        all.put("clientId", client.clientId());
        all.put("name", client.name());
        all.put("description", client.purpose());
        all.put("protocol", "openid-connect");
        all.put("enabled", client.status().works());
        all.put("publicClient", false);
        all.put("clientAuthenticatorType", "client-jwt");
        all.put("serviceAccountsEnabled", true);
        all.put("standardFlowEnabled", !client.redirectUris().isEmpty());
        all.put("implicitFlowEnabled", false);
        all.put("directAccessGrantsEnabled", false);
        all.put("fullScopeAllowed", false);
        all.put("consentRequired", true);
        all.put("redirectUris", client.redirectUris());
        all.put("webOrigins", List.of());
        all.put("attributes", attributes(keys));
        all.put("defaultClientScopes", List.of("basic", "acr", "roles", "okno", "okno-registered"));
        all.put(
                "optionalClientScopes",
                client.scopes().stream().map(Scope::word).sorted().toList());
        all.put("protocolMappers", mappers(client));
        return all;
    }

    private static Map<String, String> attributes(List<ClientKey> keys) {
        String set = "{\"keys\":["
                + String.join(",", keys.stream().map(ClientKey::jwk).toList()) + "]}";
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "okno.registered", "true",
                "use.jwks.string", "true",
                "use.jwks.url", "false",
                "jwks.string", set,
                "dpop.bound.access.tokens", "true",
                "pkce.code.challenge.method", "S256",
                "require.pushed.authorization.requests", "true",
                "client_credentials.use_refresh_token", "false",
                // FAPI 2.0, 5.4: not the realm's RS256.
                "access.token.signed.response.alg", "PS256",
                "id.token.signed.response.alg", "PS256"));
        // The profile would set PS256 where nothing is said.
        keys.stream().map(ClientKey::algorithm).findFirst().ifPresent(alg -> all.put(ASSERTION_ALGORITHM, alg));
        return all;
    }

    private static List<Map<String, Object>> mappers(ClientApplication client) {
        // Keycloak tells only those about a token who stand in its audience (RFC 7662, 2.2).
        Map<String, Object> audience = Map.of(
                "name", "itself",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config",
                        Map.of(
                                "included.client.audience", client.clientId(),
                                "id.token.claim", "false",
                                "access.token.claim", "true",
                                "introspection.token.claim", "true"));
        if (client.agency() == null) {
            return List.of(audience);
        }
        Map<String, Object> agency = Map.of(
                "name", "agency of the client",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-hardcoded-claim-mapper",
                "config",
                        Map.of(
                                "claim.name", "agency",
                                "claim.value", client.agency(),
                                "jsonType.label", "String",
                                "id.token.claim", "false",
                                "access.token.claim", "true",
                                "introspection.token.claim", "true"));
        return List.of(audience, agency);
    }
}
