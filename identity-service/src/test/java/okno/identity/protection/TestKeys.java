package okno.identity.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Keys made for one run. */
public final class TestKeys {

    private TestKeys() {}

    public static void register(DynamicPropertyRegistry registry) {
        Path keyset = write(TinkJsonProtoKeyset.json());
        Path hashKey = write(Base64.getEncoder().encodeToString(random()));
        registry.add("okno.identity.protection.data-keyset-file", keyset::toString);
        registry.add("okno.identity.protection.hash-key-file", hashKey::toString);
    }

    public static PersonalData personalData() {
        try {
            return new PersonalData(TinkJsonProtoKeyset.handle().getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyedHash keyedHash() {
        return new KeyedHash(random());
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static Path write(String content) {
        try {
            Path file = Files.createTempFile("okno-key", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TinkJsonProtoKeyset {

        static KeysetHandle handle() {
            try {
                AeadConfig.register();
                return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        static String json() {
            try {
                return TinkJsonProtoKeysetFormat.serializeKeyset(handle(), InsecureSecretKeyAccess.get());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
