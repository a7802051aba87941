package okno.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Turns an access token into a {@link CallerAuthentication}. The signature is verified once a minute at most for one
 * token; what the token says is checked on every call.
 *
 * <p>Stolen and forged tokens are met here: the algorithms are a fixed list, the key comes from the issuer's published
 * set by its id and from nowhere in the token.
 */
final class VerifiedTokens implements AuthenticationManager {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final TokenClaims claims;
    private final JwtDecoder signatures;
    private final TokenCache<CallerAuthentication> cache;

    VerifiedTokens(RemoteKeys keys, SecurityProperties settings, TokenClaims claims, Clock clock) {
        this.claims = claims;
        this.signatures = signatures(keys);
        this.cache = new TokenCache<>(keys, settings, VerifiedTokens::expiry, clock);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var bearer = (BearerTokenAuthenticationToken) request;
        return verify(
                bearer.getToken(),
                bearer.getDetails() instanceof ShownCertificate shown ? shown : ShownCertificate.NONE);
    }

    /** Shown as a bearer token, one that is bound to a key is a stolen one; Spring Security would refuse it, too, nameless. */
    Authentication authenticateBearer(Authentication request) {
        if (authenticate(request) instanceof CallerAuthentication known) {
            if (known.keyThumbprint() != null) {
                throw new TokenRefused(RefusalReason.BINDING, known.caller());
            }
            return known;
        }
        throw new TokenRefused(RefusalReason.MALFORMED);
    }

    /** A token that is not bound to a certificate. */
    CallerAuthentication verify(String token) {
        return verify(token, ShownCertificate.NONE);
    }

    /**
     * @throws TokenRefused when it is not a valid access token of ours
     * @throws AuthenticationServiceException when the issuer's keys were never reached, so nobody can tell
     */
    CallerAuthentication verify(String token, ShownCertificate certificate) {
        requireShape(token);
        CallerAuthentication verified = cache.get(token, this::verifyNew);
        claims.check(verified.getToken());
        // Outside the cache: to know whom to believe about certificates, another token is verified.
        TokenClaims.checkBinding(verified.getToken(), certificate);
        return verified;
    }

    private CallerAuthentication verifyNew(String token) {
        try {
            Jwt jwt = signatures.decode(token);
            claims.check(jwt);
            return new CallerAuthentication(jwt, TokenClaims.caller(jwt));
        } catch (BadJwtException e) {
            throw new TokenRefused(RefusalReason.SIGNATURE, null, e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException("keys", e);
        }
    }

    private static void requireShape(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        boolean threeParts = first >= 0 && second > first && token.indexOf('.', second + 1) < 0;
        if (token.length() > MAX_LENGTH || !threeParts) {
            throw new TokenRefused(RefusalReason.MALFORMED);
        }
    }

    private static Instant expiry(CallerAuthentication verified) {
        return Objects.requireNonNull(verified.getToken().getExpiresAt());
    }

    private static JwtDecoder signatures(RemoteKeys keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // Claims are checked by TokenClaims, on every call and not only here.
        processor.setJWTClaimsSetVerifier((any, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(any -> OAuth2TokenValidatorResult.success());
        return decoder;
    }
}
