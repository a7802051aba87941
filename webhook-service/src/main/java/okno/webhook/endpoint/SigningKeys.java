package okno.webhook.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.webhook.endpoint.persistence.Secrets;
import okno.webhook.endpoint.persistence.Secrets.StoredSecret;
import okno.webhook.signing.SecretCipher;
import okno.webhook.signing.SigningKey;
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

    /** The newest first; two during a rotation. */
    public List<SigningKey> of(UUID endpointId, Instant now) {
        return secrets.valid(endpointId, now).stream()
                .map(secret -> key(endpointId, secret))
                .toList();
    }

    private SigningKey key(UUID endpointId, StoredSecret secret) {
        return keys.get(secret.id(), id -> new SigningKey(cipher.decrypt(secret.ciphertext(), endpointId)));
    }
}
