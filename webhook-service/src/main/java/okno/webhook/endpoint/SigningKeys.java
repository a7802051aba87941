package okno.webhook.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.webhook.endpoint.persistence.Secrets;
import okno.webhook.endpoint.persistence.Secrets.StoredSecret;
import okno.webhook.signing.SecretCipher;
import okno.webhook.signing.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys that sign for an endpoint at a time; a decrypted key is kept for a while, a revoked one never used. */
@Component
public class SigningKeys {

    private final Secrets secrets;
    private final SecretCipher cipher;
    private final Cache<UUID, SigningKey> keys = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    SigningKeys(Secrets secrets, SecretCipher cipher) {
        this.secrets = secrets;
        this.cipher = cipher;
    }

    /**
     * A key and how long it signs.
     *
     * @param until null: until it is replaced
     */
    public record TimedKey(SigningKey key, @Nullable Instant until) {

        public boolean signsAt(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    /** The newest first; two during a rotation. */
    public List<SigningKey> of(UUID endpointId, Instant now) {
        return of(List.of(endpointId), now).getOrDefault(endpointId, List.of()).stream()
                .map(TimedKey::key)
                .toList();
    }

    /** The same of many endpoints, to be kept until the endpoint changes. */
    public Map<UUID, List<TimedKey>> of(Collection<UUID> endpointIds, Instant now) {
        return secrets.valid(endpointIds, now).stream()
                .collect(Collectors.groupingBy(
                        StoredSecret::endpointId, Collectors.mapping(this::timed, Collectors.toList())));
    }

    private TimedKey timed(StoredSecret secret) {
        SigningKey key =
                keys.get(secret.id(), id -> new SigningKey(cipher.decrypt(secret.ciphertext(), secret.endpointId())));
        return new TimedKey(key, secret.expiresAt());
    }
}
