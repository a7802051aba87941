package okno.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import okno.platform.core.Caller;
import okno.platform.core.Caller.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** What an access token must say to be let in, and the caller it describes. */
final class TokenClaims {

    private static final Set<String> AUTHORITIES =
            Set.of("person", "officer", "integrator", "client", "admin", "service", "mfc");
    private static final Set<String> MACHINES = Set.of("client", "service");
    // Keycloak tells its tokens apart by this claim: ID, Refresh, Logout and the like must never pass as access tokens.
    private static final Set<String> ACCESS_TYPES = Set.of("Bearer", "DPoP");

    private final String issuer;
    private final String audience;
    private final Duration skew;
    private final Clock clock;
    private final EndedSessions sessions;

    TokenClaims(SecurityProperties settings, Clock clock, EndedSessions sessions) {
        this.issuer = settings.issuer();
        this.audience = settings.audience();
        this.skew = settings.clockSkew();
        this.clock = clock;
        this.sessions = sessions;
    }

    /** Refuses a token whose signature is good but which is not meant for us, not now, or no more. */
    void check(Jwt token) {
        Map<String, Object> claims = token.getClaims();
        Instant now = clock.instant();
        Instant expires = token.getExpiresAt();
        require(expires != null && now.isBefore(expires.plus(skew)), "expired");
        Instant notBefore = token.getNotBefore();
        require(notBefore == null || !now.isBefore(notBefore.minus(skew)), "not valid yet");
        Instant issued = token.getIssuedAt();
        require(issued == null || !now.isBefore(issued.minus(skew)), "issued in the future");
        require(issuer.equals(claims.get("iss")), "issuer");
        require(claims.get("aud") instanceof Collection<?> aud && aud.contains(audience), "audience");
        require(claims.get("typ") instanceof String typ && ACCESS_TYPES.contains(typ), "not an access token");
        require(claims.get("sub") instanceof String sub && !sub.isEmpty(), "subject");
        String client = text(claims, "azp");
        require(client != null && client.equals(claims.getOrDefault("client_id", client)), "authorised party");
        require(client != null && !sessions.suspended(client), "client suspended");
        String session = text(claims, "sid");
        require(session == null || !sessions.ended(session), "session ended");
    }

    /** Bound to a key (RFC 9449): its proof is checked by whoever reads it. To a certificate (RFC 8705): checked here. */
    static void checkBinding(Jwt token, ShownCertificate certificate) {
        if (token.getClaims().get("cnf") instanceof Map<?, ?> cnf) {
            Object thumbprint = cnf.get("x5t#S256");
            // What we do not verify would be a bearer token to us.
            require(thumbprint != null || cnf.containsKey("jkt"), "binding");
            require(thumbprint == null || thumbprint.equals(certificate.thumbprint()), "certificate");
        }
    }

    static Caller caller(Jwt token) {
        Map<String, Object> claims = token.getClaims();
        Set<String> authorities = authorities(claims);
        Kind kind = authorities.contains("service")
                ? Kind.SERVICE
                : authorities.contains("client") ? Kind.CLIENT : Kind.PERSON;
        if (kind != Kind.PERSON) {
            // A machine is nothing else besides, whatever roles its account was given at the realm.
            authorities.retainAll(MACHINES);
        }
        String subject = String.valueOf(claims.get("sub"));
        String machine = text(claims, "client_id") != null ? text(claims, "client_id") : text(claims, "azp");
        return new Caller(
                kind == Kind.PERSON || machine == null ? subject : machine,
                kind,
                authorities,
                kind == Kind.PERSON ? orEmpty(text(claims, "ial")) : "",
                kind == Kind.PERSON ? orEmpty(text(claims, "acr")) : "",
                kind == Kind.PERSON && claims.get("auth_time") instanceof Number seconds
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : null,
                text(claims, "sid"),
                text(claims, "agency"),
                text(claims, "region"),
                null);
    }

    private static Set<String> authorities(Map<String, Object> claims) {
        Set<String> known = new HashSet<>();
        if (claims.get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> roles) {
            roles.forEach(role -> {
                if (role instanceof String word && AUTHORITIES.contains(word)) {
                    known.add(word);
                }
            });
        }
        return known;
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String value && !value.isEmpty() ? value : null;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidBearerTokenException(otherwise);
        }
    }
}
