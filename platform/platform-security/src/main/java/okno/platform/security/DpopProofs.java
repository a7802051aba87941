package okno.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.DPoPProofReplayValidator;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;

/**
 * Proofs of possession (RFC 9449): each may be used once within its half minute of life. Spring's own memory of used
 * proofs stops at a thousand per key, which one busy machine client reaches in seconds; ours is bounded as a whole.
 */
final class DpopProofs {

    private static final int MOST_REMEMBERED = 500_000;
    /** Longer than a proof is accepted: 30 s of age and 30 s of skew. */
    private static final Duration MEMORY = Duration.ofSeconds(90);

    private DpopProofs() {}

    static DPoPProofJwtDecoderFactory verifiers() {
        var used = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(MEMORY)
                .<Object, Object>build();
        var replays = new DPoPProofReplayValidator(new ConcurrentMapCache("dpop-proofs", used.asMap(), false));
        var factory = new DPoPProofJwtDecoderFactory();
        factory.setJwtValidatorFactory(DPoPProofJwtDecoderFactory.createDefaultJwtValidatorFactory(List.of(replays)));
        return factory;
    }

    /** Whose token it was when its proof is refused, as long as the token itself is good: it is known from a moment ago. */
    static Authentication checked(DPoPAuthenticationProvider provider, Authentication request, VerifiedTokens tokens) {
        try {
            return Objects.requireNonNull(provider.authenticate(request));
        } catch (OAuth2AuthenticationException bad) {
            if (OAuth2ErrorCodes.INVALID_DPOP_PROOF.equals(bad.getError().getErrorCode())
                    && request instanceof DPoPAuthenticationToken shown) {
                throw new TokenRefused(RefusalReason.PROOF, owner(shown.getAccessToken(), tokens), bad);
            }
            throw bad;
        }
    }

    private static @Nullable Caller owner(String token, VerifiedTokens tokens) {
        try {
            return tokens.verify(token).caller();
        } catch (TokenRefused notGoodEither) {
            return null;
        }
    }

    /** Whether the request authenticates by the DPoP scheme. */
    static boolean carriedBy(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "DPoP ", 0, 5);
    }
}
