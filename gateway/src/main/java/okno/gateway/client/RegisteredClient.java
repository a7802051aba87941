package okno.gateway.client;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** The registered client application whose token a request carries: its own token, or one of a person who let it act. */
public final class RegisteredClient {

    /** The registry of identity-service names its clients so, and nothing else in the realm is named so. */
    private static final String PREFIX = "app-";

    private RegisteredClient() {}

    /** Its client id; null when the token is another client's, or when there is none. */
    public static @Nullable String ofCurrentRequest() {
        return claim("azp") instanceof String client && client.startsWith(PREFIX) ? client : null;
    }

    /** The scopes that the token was given, separated by spaces. */
    static String scopes() {
        return claim("scope") instanceof String scopes ? scopes : "";
    }

    private static @Nullable Object claim(String name) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token
                ? token.getTokenAttributes().get(name)
                : null;
    }
}
