package okno.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An issuer of access tokens with real keys on a real port, in place of Keycloak: its JWKS, the JWKS of acting tokens
 * and a token endpoint for services. Tests that rotate keys or count requests make their own; all others share the one
 * behind {@link TestTokens}.
 */
public final class TestIssuer implements AutoCloseable {

    private final HttpServer server;
    private final List<RSAKey> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger jwksRequests = new AtomicInteger();
    private final AtomicInteger tokenRequests = new AtomicInteger();
    private final ECKey actingKey = newEcKey();
    private volatile RSAKey signingKey = newRsaKey();
    private volatile boolean down;

    private TestIssuer(HttpServer server) {
        this.server = server;
        published.add(signingKey);
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/protocol/openid-connect/certs", issuer::answerJwks);
            server.createContext("/protocol/openid-connect/token", issuer::answerToken);
            server.createContext("/acting-jwks.json", issuer::answerActingJwks);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String jwksUri() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    public String actingJwksUri() {
        return issuer() + "/acting-jwks.json";
    }

    /** A token of this issuer for a caller with this subject; see {@link TestTokens} for the usual callers. */
    public TestToken token(String subject) {
        return TestToken.of(this, subject);
    }

    /** Signs with a new key from now on; the old one stays published until {@link #retireOldKeys()}. */
    public void rotate() {
        signingKey = newRsaKey();
        published.add(signingKey);
    }

    /** Publishes only the key that signs now. */
    public void retireOldKeys() {
        published.retainAll(List.of(signingKey));
    }

    /** Answers 503 to everything while true. */
    public void down(boolean value) {
        down = value;
    }

    /** How often the JWKS was fetched. */
    public int jwksRequests() {
        return jwksRequests.get();
    }

    /** How many tokens services asked for. */
    public int tokenRequests() {
        return tokenRequests.get();
    }

    RSAKey signingKey() {
        return signingKey;
    }

    ECKey actingKey() {
        return actingKey;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answerJwks(HttpExchange exchange) throws IOException {
        jwksRequests.incrementAndGet();
        answer(exchange, new JWKSet(List.copyOf(published)).toString(true));
    }

    private void answerActingJwks(HttpExchange exchange) throws IOException {
        answer(exchange, new JWKSet(actingKey).toString(true));
    }

    private void answerToken(HttpExchange exchange) throws IOException {
        tokenRequests.incrementAndGet();
        String token = TestToken.of(this, UUID.randomUUID().toString())
                .asMachine("test-service", "service")
                .token();
        answer(exchange, """
                {"access_token":"%s","token_type":"Bearer","expires_in":300}""".formatted(token));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(down ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static RSAKey newRsaKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey newEcKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
