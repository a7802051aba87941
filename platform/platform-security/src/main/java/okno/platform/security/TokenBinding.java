package okno.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** The key that the current request's access token is bound to (RFC 9449), for whoever issues a token bound to the same. */
public final class TokenBinding {

    private TokenBinding() {}

    /** The key's thumbprint ({@code jkt}); null when the token is a plain bearer token. */
    public static @Nullable String currentKeyThumbprint() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                ? caller.keyThumbprint()
                : null;
    }
}
