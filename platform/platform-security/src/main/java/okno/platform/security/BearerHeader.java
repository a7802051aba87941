package okno.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token out of {@code Authorization} (RFC 6750, 2.1) and out of nowhere else. Says yes and no as Spring
 * Security's own resolver does, without its regular expression.
 */
final class BearerHeader implements BearerTokenResolver {

    private static final String SCHEME = "Bearer";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        int begin = SCHEME.length() + 1;
        if (header.length() <= begin || header.charAt(begin - 1) != ' ' || !isToken(header, begin)) {
            throw new TokenRefused(RefusalReason.MALFORMED);
        }
        return header.substring(begin);
    }

    /** {@code b64token}: letters, digits and a few signs, then any number of equals signs. */
    private static boolean isToken(String header, int begin) {
        int end = header.length();
        while (end > begin && header.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = begin; i < end; i++) {
            char c = header.charAt(i);
            boolean known =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~+/".indexOf(c) >= 0;
            if (!known) {
                return false;
            }
        }
        return end > begin;
    }
}
