package okno.identity.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import okno.identity.protection.PersonalData;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/**
 * Private keys of persons, sealed twice with AES-256-GCM: inside under a key that Argon2id makes of the person's
 * password, outside under the service's keyset. Neither the service alone nor whoever knows the password alone can sign.
 */
@Component
class KeySafe {

    /** OWASP's least for Argon2id: 19 MiB, two passes, one lane. The outer seal and the limit of tries carry the rest. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final PersonalData data;
    private final SecureRandom random = new SecureRandom();

    KeySafe(PersonalData data) {
        this.data = data;
    }

    /** The key as the database keeps it. */
    byte[] seal(UUID certificate, PrivateKey key, String password) {
        byte[] salt = new byte[SALT];
        byte[] iv = new byte[IV];
        random.nextBytes(salt);
        random.nextBytes(iv);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, certificate, password, salt, iv).doFinal(key.getEncoded());
            String inner = Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(SALT + IV + sealed.length)
                            .put(salt)
                            .put(iv)
                            .put(sealed)
                            .array());
            return Objects.requireNonNull(
                    data.row("person_certificate", certificate).seal("private_key", inner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be sealed", e);
        }
    }

    /** The key; empty: the password is wrong. */
    Optional<PrivateKey> open(UUID certificate, byte[] stored, String password) {
        byte[] inner = Base64.getDecoder()
                .decode(data.row("person_certificate", certificate).open("private_key", stored));
        byte[] salt = Arrays.copyOf(inner, SALT);
        byte[] iv = Arrays.copyOfRange(inner, SALT, SALT + IV);
        try {
            byte[] encoded = cipher(Cipher.DECRYPT_MODE, certificate, password, salt, iv)
                    .doFinal(inner, SALT + IV, inner.length - SALT - IV);
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Arrays.fill(encoded, (byte) 0);
            return Optional.of(key);
        } catch (AEADBadTagException wrongPassword) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be opened", e);
        }
    }

    private static Cipher cipher(int mode, UUID certificate, String password, byte[] salt, byte[] iv)
            throws GeneralSecurityException {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        byte[] key = new byte[KEY];
        generator.generateBytes(password.toCharArray(), key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(certificate.toString().getBytes(UTF_8));
        return cipher;
    }
}
