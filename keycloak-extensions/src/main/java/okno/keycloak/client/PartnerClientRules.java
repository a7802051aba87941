package okno.keycloak.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What a client of the registry may be: whatever is not named here is refused. */
final class PartnerClientRules {

    private static final String PREFIX = "app-";
    private static final String REGISTERED = "okno.registered";
    private static final String AUDIENCE = "oidc-audience-mapper";
    private static final String CLAIM = "oidc-hardcoded-claim-mapper";

    private static final Set<String> SCOPES = Set.of("basic", "acr", "roles", "okno", "okno-registered");
    private static final Set<String> ATTRIBUTES = Set.of(
            REGISTERED,
            "use.jwks.string",
            "use.jwks.url",
            "jwks.string",
            "dpop.bound.access.tokens",
            "pkce.code.challenge.method",
            "require.pushed.authorization.requests",
            "client_credentials.use_refresh_token",
            "access.token.signed.response.alg",
            "id.token.signed.response.alg",
            "token.endpoint.auth.signing.alg");
    private static final Map<String, Set<String>> MAPPERS = Map.of(
            AUDIENCE,
            Set.of("included.client.audience", "id.token.claim", "access.token.claim", "introspection.token.claim"),
            CLAIM,
            Set.of(
                    "claim.name",
                    "claim.value",
                    "jsonType.label",
                    "id.token.claim",
                    "access.token.claim",
                    "userinfo.token.claim",
                    "introspection.token.claim"));

    private PartnerClientRules() {}

    static boolean isOfRegistry(ClientModel client) {
        return client.getClientId().startsWith(PREFIX) && "true".equals(client.getAttribute(REGISTERED));
    }

    static boolean allow(ClientRepresentation wanted) {
        Map<String, String> attributes = orEmpty(wanted.getAttributes());
        return (PREFIX + wanted.getId()).equals(wanted.getClientId())
                && "true".equals(attributes.get(REGISTERED))
                && ATTRIBUTES.containsAll(attributes.keySet())
                && isFalse(wanted.isPublicClient())
                && isFalse(wanted.isFullScopeAllowed())
                && isFalse(wanted.isImplicitFlowEnabled())
                && isFalse(wanted.isDirectAccessGrantsEnabled())
                && Boolean.TRUE.equals(wanted.isConsentRequired())
                && "client-jwt".equals(wanted.getClientAuthenticatorType())
                && SCOPES.containsAll(orEmpty(wanted.getDefaultClientScopes()))
                && orEmpty(wanted.getOptionalClientScopes()).stream().allMatch(scope -> scope.startsWith("okno."))
                && orEmpty(wanted.getProtocolMappers()).stream().allMatch(mapper -> allow(mapper, wanted))
                && !Boolean.TRUE.equals(wanted.getAuthorizationServicesEnabled())
                && wanted.getAuthorizationSettings() == null
                && wanted.getAdminUrl() == null
                && orEmpty(wanted.getAuthenticationFlowBindingOverrides()).isEmpty();
    }

    /** A mapper that writes roles would write an administrator's. */
    private static boolean allow(ProtocolMapperRepresentation mapper, ClientRepresentation client) {
        Map<String, String> config = orEmpty(mapper.getConfig());
        Set<String> known = MAPPERS.get(mapper.getProtocolMapper());
        if (known == null || !known.containsAll(config.keySet())) {
            return false;
        }
        return AUDIENCE.equals(mapper.getProtocolMapper())
                ? client.getClientId().equals(config.get("included.client.audience"))
                : "agency".equals(config.get("claim.name"));
    }

    private static boolean isFalse(@Nullable Boolean value) {
        return Boolean.FALSE.equals(value);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
