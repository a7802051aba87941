package okno.webhook.endpoint;

import java.time.Instant;
import java.util.UUID;
import okno.webhook.endpoint.persistence.Secrets;
import okno.webhook.signing.SecretCipher;
import okno.webhook.signing.SigningSecret;
import org.springframework.stereotype.Component;

/** Makes a secret for an endpoint and stores it encrypted. */
@Component
class NewSecret {

    private final Secrets secrets;
    private final SecretCipher cipher;

    NewSecret(Secrets secrets, SecretCipher cipher) {
        this.secrets = secrets;
        this.cipher = cipher;
    }

    SigningSecret add(UUID endpointId, Instant now) {
        SigningSecret secret = SigningSecret.random();
        secrets.add(endpointId, cipher.encrypt(secret, endpointId), now);
        return secret;
    }
}
