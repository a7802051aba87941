package okno.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A key with a certificate of its own for two days, made by the JDK's keytool. */
final class TestCertificate {

    private static final String PASSWORD = "changeit";

    private final KeyStore store;
    private final String name;

    TestCertificate(Path directory, String name) throws IOException, InterruptedException, GeneralSecurityException {
        this.name = name;
        Path file = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder((Path.of(System.getProperty("java.home"), "bin/keytool")
                                + " -genkeypair -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12 -ext"
                                + " SAN=dns:localhost,ip:127.0.0.1 -alias " + name + " -dname CN=" + name
                                + " -keystore " + file + " -storepass " + PASSWORD)
                        .split(" "))
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    /** RFC 8705 {@code x5t#S256}. */
    String thumbprint() throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(der()));
    }

    byte[] der() {
        try {
            return store.getCertificate(name).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() {
        return pem("CERTIFICATE", der());
    }

    String keyPem() {
        try {
            return pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that trusts this one's holder and shows the other at the handshake; null: none. */
    HttpClient visitor(@Nullable TestCertificate shown) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate(name));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        SSLContext context = SSLContext.getInstance("TLS");
        if (shown == null) {
            context.init(null, trust.getTrustManagers(), null);
        } else {
            keys.init(shown.store, PASSWORD.toCharArray());
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }
}
