package okno.webhook.signing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Encrypts signing secrets for the database, each bound to its endpoint. */
@Component
public class SecretCipher {

    private final Aead aead;

    SecretCipher(SigningProperties properties) {
        this.aead = aead(properties.dataKeysetFile());
    }

    private static Aead aead(Path keyset) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyset), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("data keyset cannot be read: " + keyset, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data keyset is not a Tink AEAD keyset: " + keyset, e);
        }
    }

    public byte[] encrypt(SigningSecret secret, UUID endpointId) {
        try {
            return aead.encrypt(secret.bytes(), bytes(endpointId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing secret could not be encrypted", e);
        }
    }

    /** Fails when the ciphertext was changed or belongs to another endpoint. */
    public SigningSecret decrypt(byte[] ciphertext, UUID endpointId) {
        try {
            return SigningSecret.of(aead.decrypt(ciphertext, bytes(endpointId)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing secret could not be decrypted", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
