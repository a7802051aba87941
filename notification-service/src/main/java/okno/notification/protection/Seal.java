package okno.notification.protection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts and authenticates small things, each for one purpose: what was sealed for one opens for no other. */
@Component
public class Seal {

    private final Aead aead;

    Seal(ProtectionProperties properties) {
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

    public byte[] seal(byte[] content, String purpose) {
        try {
            return aead.encrypt(content, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not be sealed", e);
        }
    }

    /** Empty when it was changed, made up, or sealed for another purpose or by a key that is gone. */
    public Optional<byte[]> open(byte[] sealed, String purpose) {
        try {
            return Optional.of(aead.decrypt(sealed, purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
