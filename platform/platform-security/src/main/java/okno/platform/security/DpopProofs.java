package okno.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.DPoPProofJwtDecoderFactory;
import org.springframework.security.oauth2.jwt.DPoPProofReplayValidator;

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

    /** Whether the request authenticates by the DPoP scheme. */
    static boolean carriedBy(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "DPoP ", 0, 5);
    }
}
