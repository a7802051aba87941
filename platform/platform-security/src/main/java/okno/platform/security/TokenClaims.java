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
        require(token, expires != null && now.isBefore(expires.plus(skew)), RefusalReason.EXPIRED);
        Instant notBefore = token.getNotBefore();
        require(token, notBefore == null || !now.isBefore(notBefore.minus(skew)), RefusalReason.NOT_YET_VALID);
        Instant issued = token.getIssuedAt();
        require(token, issued == null || !now.isBefore(issued.minus(skew)), RefusalReason.NOT_YET_VALID);
        require(token, issuer.equals(claims.get("iss")), RefusalReason.ISSUER);
        require(
                token,
                claims.get("aud") instanceof Collection<?> aud && aud.contains(audience),
                RefusalReason.AUDIENCE);
        require(token, claims.get("typ") instanceof String typ && ACCESS_TYPES.contains(typ), RefusalReason.TYPE);
        require(token, claims.get("sub") instanceof String sub && !sub.isEmpty(), RefusalReason.SUBJECT);
        String client = text(claims, "azp");
        require(
                token,
                client != null && client.equals(claims.getOrDefault("client_id", client)),
                RefusalReason.AUTHORISED_PARTY);
        require(token, client != null && !sessions.suspended(client), RefusalReason.CLIENT_SUSPENDED);
        String session = text(claims, "sid");
        require(token, session == null || !sessions.ended(session), RefusalReason.SESSION_ENDED);
    }

    /** Bound to a key (RFC 9449): its proof is checked by whoever reads it. To a certificate (RFC 8705): checked here. */
    static void checkBinding(Jwt token, ShownCertificate certificate) {
        if (token.getClaims().get("cnf") instanceof Map<?, ?> cnf) {
            Object thumbprint = cnf.get("x5t#S256");
            // What we do not verify would be a bearer token to us.
            require(token, thumbprint != null || cnf.containsKey("jkt"), RefusalReason.BINDING);
            require(token, thumbprint == null || thumbprint.equals(certificate.thumbprint()), RefusalReason.BINDING);
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

    private static void require(Jwt token, boolean holds, RefusalReason otherwise) {
        if (!holds) {
            throw new TokenRefused(otherwise, otherwise.action() == null ? null : caller(token));
        }
    }
}
