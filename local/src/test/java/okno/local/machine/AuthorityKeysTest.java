package okno.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityKeysTest {

    @TempDir
    private Path directory;

    @Test
    void an_authority_and_its_timestamp_authority_are_made_once_and_read_by_their_owner_only() throws Exception {
        var secrets = new Secrets(directory.resolve("secrets"));
        Path file = secrets.authorityKeys();
        byte[] made = Files.readAllBytes(file);
        assertThat(Files.readAllBytes(secrets.authorityKeys())).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = secrets.password("ca-password").toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        X509Certificate ca = (X509Certificate) store.getCertificate("ca");
        X509Certificate tsa = (X509Certificate) store.getCertificate("tsa");
        tsa.verify(ca.getPublicKey());
        assertThat(ca.getBasicConstraints()).isNotNegative();
        assertThat(tsa.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.8");
        assertThat(tsa.getCriticalExtensionOIDs()).contains("2.5.29.37");
        assertThat(store.getKey("ca", password)).isNotNull();
        assertThat(store.getKey("tsa", password)).isNotNull();
        assertThat(store.getKey("seal", password)).isNotNull();
        ((X509Certificate) store.getCertificate("seal")).verify(ca.getPublicKey());
    }

    @Test
    void a_file_of_before_there_was_a_seal_gets_one_and_keeps_what_it_has() throws Exception {
        var secrets = new Secrets(directory.resolve("secrets"));
        Path file = secrets.authorityKeys();
        char[] password = secrets.password("ca-password").toCharArray();
        KeyStore store = KeyStore.getInstance(file.toFile(), password);
        var authority = store.getCertificate("ca");
        store.deleteEntry("seal");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }

        KeyStore completed = KeyStore.getInstance(secrets.authorityKeys().toFile(), password);

        assertThat(completed.isKeyEntry("seal")).isTrue();
        assertThat(completed.getCertificate("ca")).isEqualTo(authority);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
