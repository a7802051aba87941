package okno.org.power.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.UUID;
import okno.org.power.PowerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Seals documents with AES-256-GCM, each bound to its row. Without the key the service does not start. */
@Component
@EnableConfigurationProperties(PowerProperties.class)
class DocumentCipher {

    private final Aead aead;

    DocumentCipher(PowerProperties settings) {
        try {
            AeadConfig.register();
            aead = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(settings.keysetFile()), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("okno.org.power.keyset-file cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("okno.org.power.keyset-file is not a Tink AEAD keyset", e);
        }
    }

    byte[] seal(UUID id, byte[] document) {
        try {
            return aead.encrypt(document, place(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a power of attorney", e);
        }
    }

    /** Throws {@link IllegalStateException} when it was changed, moved, or sealed with a key we do not hold. */
    byte[] open(UUID id, byte[] sealed) {
        try {
            return aead.decrypt(sealed, place(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open power of attorney " + id, e);
        }
    }

    private static byte[] place(UUID id) {
        return ("power_of_attorney|" + id + "|document").getBytes(UTF_8);
    }
}
