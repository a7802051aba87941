package okno.local.machine;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * The keys and passwords of one stack: made on first use, kept in files that only their owner reads, the same on every
 * later start.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** A random password or bearer key, 32 characters that need no escaping anywhere. */
    public String password(String name) {
        return read(passwordFile(name));
    }

    public Path passwordFile(String name) {
        return file(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)));
    }

    /** The password of the demo users: satisfies the realm's policy and can be typed. */
    public String demoPassword() {
        return text("demo-password", () -> "Okno-" + (1000 + RANDOM.nextInt(9000)) + "-window");
    }

    /** A file with 32 random bytes in Base64. */
    public Path randomKeyFile(String name) {
        return file(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** A Standard Webhooks secret, {@code whsec_...}. */
    public String webhookSecret(String name) {
        return text(name, () -> "whsec_" + Base64.getEncoder().encodeToString(random(32)));
    }

    /** A file with the Tink keyset (AES-256-GCM, JSON) that a service seals personal data with. */
    public Path dataKeysetFile(String service) {
        return file("keysets/" + service + ".json", Secrets::newDataKeyset);
    }

    /** The file of a private signing key (JWK, P-256, ES256), {@code kid} = thumbprint. */
    public Path signingKeyFile(String name) {
        Path file = directory.resolve("keys").resolve(name + ".jwk.json");
        ensure(file, Secrets::newSigningKey);
        return file;
    }

    /** The file of the public half of a signing key. */
    public Path publicKeyFile(String name) {
        return file(
                "keys/" + name + ".pub.jwk.json",
                () -> signingKey(name).toPublicJWK().toJSONString());
    }

    public ECKey signingKey(String name) {
        try {
            return ECKey.parse(Files.readString(signingKeyFile(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a JWK: " + name, e);
        }
    }

    /** The passkey of a demo user. */
    public Passkey passkey(String user) {
        return new Passkey(signingKey("passkey-" + user));
    }

    /** The PKCS#12 file with the keys of the certificate authority; its password is {@link #passwordFile} {@code "ca-password"}. */
    public synchronized Path authorityKeys() {
        Path file = directory.resolve("keys").resolve("ca.p12");
        Path password = passwordFile("ca-password");
        try {
            if (Files.exists(file)) {
                AuthorityKeys.complete(file, password);
            } else {
                Files.createDirectories(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                AuthorityKeys.make(file, password);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A file that holds a secret made by the supplier on first use. */
    public Path file(String name, Supplier<String> maker) {
        Path file = directory.resolve(name);
        ensure(file, maker);
        return file;
    }

    private String text(String name, Supplier<String> maker) {
        return read(file(name, maker));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newDataKeyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newSigningKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private synchronized void ensure(Path file, Supplier<String> maker) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, maker.get() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
