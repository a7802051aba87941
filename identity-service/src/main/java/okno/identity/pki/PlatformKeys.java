package okno.identity.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The keys of the authority, its timestamps and the portal's seal, from a file or a PKCS#11 token. Missing or unfit keys stop the start, not the first signature. */
@Component
@EnableConfigurationProperties(PkiProperties.class)
public class PlatformKeys {

    private final Signer ca;
    private final Signer tsa;
    private final Signer seal;

    PlatformKeys(PkiProperties properties) {
        try {
            char[] password =
                    Files.readString(properties.passwordFile()).strip().toCharArray();
            Provider token = properties.pkcs11() == null ? null : tokenOf(properties.pkcs11());
            KeyStore store = token == null ? file(properties.keyStore(), password) : token(token, password);
            ca = signer(store, "ca", password, token);
            tsa = signer(store, "tsa", password, token);
            seal = signer(store, "seal", password, token);
            // Else every seal would be one that nobody trusts.
            seal.certificate().verify(ca.certificate().getPublicKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "okno.identity.pki: the keys of the certificate authority cannot be read", e);
        }
    }

    /** A key with its certificate; the key itself may be unable to leave its token. */
    record Signer(
            PrivateKey key,
            X509Certificate certificate,
            @Nullable Provider provider) {

        ContentSigner contentSigner() {
            String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            try {
                var builder = new JcaContentSignerBuilder(algorithm);
                return (provider == null ? builder : builder.setProvider(provider)).build(key);
            } catch (OperatorCreationException e) {
                throw new IllegalStateException("a key of the certificate authority cannot sign", e);
            }
        }
    }

    Signer ca() {
        return ca;
    }

    Signer tsa() {
        return tsa;
    }

    public X509Certificate sealCertificate() {
        return seal.certificate();
    }

    /** The value of the portal's seal over these bytes, with SHA-256 (RFC 5652, RFC 5758). */
    public byte[] sealed(byte[] bytes) {
        ContentSigner signer = seal.contentSigner();
        try (OutputStream out = signer.getOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signer.getSignature();
    }

    public X509Certificate caCertificate() {
        return ca.certificate();
    }

    public X509Certificate tsaCertificate() {
        return tsa.certificate();
    }

    private static Provider tokenOf(Path configuration) {
        return Security.getProvider("SunPKCS11").configure(configuration.toString());
    }

    private static KeyStore token(Provider token, char[] pin) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS11", token);
        store.load(null, pin);
        return store;
    }

    private static KeyStore file(@Nullable Path path, char[] password) throws IOException, GeneralSecurityException {
        if (path == null) {
            throw new IllegalStateException("okno.identity.pki needs key-store or pkcs11");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password);
        }
        return store;
    }

    private static Signer signer(KeyStore store, String alias, char[] password, @Nullable Provider provider)
            throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof PrivateKey key
                && store.getCertificate(alias) instanceof X509Certificate certificate) {
            return new Signer(key, certificate, provider);
        }
        throw new IllegalStateException("okno.identity.pki: the key store has no key named " + alias);
    }
}
