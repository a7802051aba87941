package okno.platform.test;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Tokens for tests, from one issuer per JVM.
 *
 * <pre>{@code
 * TestTokens.person(sub).ial("confirmed").bearer()              // "Bearer ey..."
 * TestTokens.person(sub).acting(orgId, inn, ogrn, "applications.submit")   // value of Okno-Acting
 * TestTokens.client("agency-fns").agency("fns").bearer()
 * TestTokens.person(sub).expired().bearer()                     // and other bad ones
 * }</pre>
 */
public final class TestTokens {

    /** Issuer of acting tokens in tests. */
    static final String ACTING_ISSUER = "http://localhost:8080/acting";

    private static final TestIssuer ISSUER = TestIssuer.start();

    private TestTokens() {}

    /** A citizen who logged in with two factors, in a session of their own; {@code ial} is confirmed. */
    public static TestToken person(String sub) {
        return ISSUER.token(sub)
                .roles("person")
                .ial("confirmed")
                .acr("2fa")
                .sid(UUID.randomUUID().toString());
    }

    public static TestToken person(UUID sub) {
        return person(sub.toString());
    }

    /** An employee of an agency: also a person. */
    public static TestToken officer(String sub) {
        return person(sub).roles("officer", "person");
    }

    /** Who looks after an agency's webhooks: also a person. */
    public static TestToken integrator(String sub) {
        return person(sub).roles("integrator", "person");
    }

    public static TestToken admin(String sub) {
        return person(sub).roles("admin", "person");
    }

    public static TestToken admin() {
        return admin("0198c0de-0000-7000-8000-000000000005");
    }

    /** The machine of an agency or a partner. */
    public static TestToken client(String clientId) {
        return ISSUER.token(UUID.randomUUID().toString()).asMachine(clientId, "client");
    }

    /** One of our own services. */
    public static TestToken service(String clientId) {
        return ISSUER.token(UUID.randomUUID().toString()).asMachine(clientId, "service");
    }

    /** The issuer behind these tokens, for forging what it would never write. */
    static TestIssuer issuing() {
        return ISSUER;
    }

    public static TestDpopKey dpopKey() {
        return new TestDpopKey();
    }

    public static String issuer() {
        return ISSUER.issuer();
    }

    public static String jwksUri() {
        return ISSUER.jwksUri();
    }

    public static String actingJwksUri() {
        return ISSUER.actingJwksUri();
    }

    public static String actingIssuer() {
        return ACTING_ISSUER;
    }

    /** The private key by which a service under test asks for its own tokens. */
    public static Path clientKeyFile() {
        return ClientKey.FILE;
    }

    private static final class ClientKey {
        static final Path FILE = write(TestIssuer.newEcKey());

        private static Path write(ECKey key) {
            try {
                Path file = Files.createTempFile("okno-client-key", ".json");
                file.toFile().deleteOnExit();
                return Files.writeString(file, key.toJSONString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
