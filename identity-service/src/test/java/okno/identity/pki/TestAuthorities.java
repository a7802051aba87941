package okno.identity.pki;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import okno.identity.pki.TestAuthority.Algorithm;
import okno.identity.pki.TestAuthority.Holder;
import okno.identity.pki.TestAuthority.Wish;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The platform's authority and two trusted others, RSA and ГОСТ, made for one run. */
public final class TestAuthorities {

    public static final TestAuthority RSA;
    public static final TestAuthority GOST;

    /** By the RSA authority, and on its list. */
    public static final Holder REVOKED;

    private static final Path DIRECTORY;

    static {
        try {
            DIRECTORY = Files.createTempDirectory("okno-pki");
            RSA = TestAuthority.make(Algorithm.RSA, "Trusted RSA authority");
            GOST = TestAuthority.make(Algorithm.GOST, "Trusted GOST authority");
            REVOKED = RSA.issue("CN=Revoked", Wish.good());
            write("rsa.crt", RSA.certificate.getEncoded());
            write("rsa.crl", RSA.revocationList(List.of(REVOKED.certificate())));
            write("gost.crt", GOST.certificate.getEncoded());
            write("gost.crl", GOST.revocationList(List.of()));
            Files.writeString(DIRECTORY.resolve("broken.crt"), "no certificate");
            Files.writeString(DIRECTORY.resolve("password"), "changeit\n");
            keyStore();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TestAuthorities() {}

    public static void register(DynamicPropertyRegistry registry) {
        registry.add(
                "okno.identity.pki.key-store", () -> DIRECTORY.resolve("ca.p12").toString());
        registry.add(
                "okno.identity.pki.password-file",
                () -> DIRECTORY.resolve("password").toString());
        registry.add("okno.identity.pki.trust-directory", DIRECTORY::toString);
    }

    private static void keyStore() throws Exception {
        TestAuthority ca = TestAuthority.make(Algorithm.EC, "Okno test authority");
        Holder tsa = ca.issue(
                "CN=Okno test timestamps",
                Wish.good().with(KeyUsage.digitalSignature, KeyPurposeId.id_kp_timeStamping));
        Holder seal = ca.issue("CN=Okno test seal", Wish.good());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "changeit".toCharArray();
        store.setKeyEntry("ca", ca.key, password, new Certificate[] {ca.certificate});
        store.setKeyEntry("tsa", tsa.key(), password, new Certificate[] {tsa.certificate(), ca.certificate});
        store.setKeyEntry("seal", seal.key(), password, new Certificate[] {seal.certificate(), ca.certificate});
        try (OutputStream out = Files.newOutputStream(DIRECTORY.resolve("ca.p12"))) {
            store.store(out, password);
        }
    }

    private static void write(String name, byte[] content) throws Exception {
        Files.write(DIRECTORY.resolve(name), content);
    }
}
