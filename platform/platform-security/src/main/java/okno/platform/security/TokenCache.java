package okno.platform.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Remembers that a token's signature was good, so that it is verified once and not on every call. Only successes are
 * kept, under the SHA-256 of the whole token (never the token, which a heap dump would give away), at most until the
 * token expires, and only as long as the keys that verified it are published.
 *
 * <p>What may change meanwhile (time, ended sessions, withdrawn rights) is the user's to check on every hit.
 */
final class TokenCache<V> {

    private final RemoteKeys keys;
    private final Cache<Digest, Verified<V>> verified;

    TokenCache(RemoteKeys keys, SecurityProperties settings, Function<V, Instant> expiry, Clock clock) {
        this.keys = keys;
        this.verified = Caffeine.newBuilder()
                .maximumSize(settings.tokenCacheSize())
                .expireAfter(Expiry.<Digest, Verified<V>>creating((key, entry) ->
                        life(Duration.between(clock.instant(), expiry.apply(entry.value())), settings.tokenCacheTtl())))
                .build();
    }

    private record Verified<V>(V value, long generation) {}

    /** All 32 bytes of a SHA-256. */
    private record Digest(long a, long b, long c, long d) {

        static Digest of(String token) {
            try {
                // A token is ASCII, or it is none; other characters only make another digest.
                ByteBuffer bytes =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(ISO_8859_1)));
                return new Digest(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The value of a token that was verified before, or what {@code verify} makes of it now; its refusals pass through. */
    V get(String token, Function<String, V> verify) {
        Digest digest = Digest.of(token);
        long generation = keys.generation();
        Verified<V> known = verified.getIfPresent(digest);
        if (known != null && known.generation() != generation) {
            verified.asMap().remove(digest, known);
            known = null;
        }
        if (known == null) {
            known = verified.get(digest, missing -> new Verified<>(verify.apply(token), generation));
        }
        return known.value();
    }

    private static Duration life(Duration untilExpiry, Duration most) {
        if (untilExpiry.isNegative()) {
            return Duration.ZERO;
        }
        return untilExpiry.compareTo(most) < 0 ? untilExpiry : most;
    }
}
