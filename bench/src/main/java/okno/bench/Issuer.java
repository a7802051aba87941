package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands in for Keycloak, which would only take processor time: real RS256 tokens, thousands of them in a moment. */
public final class Issuer implements AutoCloseable {

    private static final Duration LIFE = Duration.ofHours(2);

    private final HttpServer server;
    private final RSAKey key;

    private Issuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static Issuer start(int port) throws IOException {
        RSAKey key = newKey();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] keys = new JWKSet(key).toString(true).getBytes(UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        Issuer issuer = new Issuer(server, key);
        server.createContext("/realms/okno/protocol/openid-connect/token", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] token = issuer.serviceToken().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, token.length);
                exchange.getResponseBody().write(token);
            }
        });
        server.start();
        return issuer;
    }

    /** What one of our services gets that asks for a token of its own. */
    private String serviceToken() {
        String token = token("service", Map.of("client_id", "service"), "service");
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(token, LIFE.toSeconds());
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/okno";
    }

    /** The public key as HAProxy reads it (PEM, SubjectPublicKeyInfo). */
    String publicKeyPem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.toRSAPublicKey().getEncoded());
            return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token of a person with a confirmed account; each one is different. */
    public String person() {
        return token(
                UUID.randomUUID().toString(),
                Map.of(
                        "ial",
                        "confirmed",
                        "acr",
                        "2fa",
                        "auth_time",
                        Instant.now().getEpochSecond()),
                "person");
    }

    /** A token of this person, who has just logged in: signing asks for that. */
    String person(String subject) {
        return token(
                subject,
                Map.of(
                        "ial",
                        "confirmed",
                        "acr",
                        "2fa",
                        "auth_time",
                        Instant.now().getEpochSecond()),
                "person");
    }

    /** A token of an officer of the agency, for all regions. */
    String officer(String agency, String id) {
        return token(id, Map.of("agency", agency, "acr", "2fa"), "officer");
    }

    /** A token of a person that is bound to a key by its thumbprint (RFC 9449). */
    public String boundTo(String thumbprint) {
        return token(
                UUID.randomUUID().toString(),
                Map.of(
                        "ial",
                        "confirmed",
                        "acr",
                        "2fa",
                        "auth_time",
                        Instant.now().getEpochSecond(),
                        "cnf",
                        Map.of("jkt", thumbprint)),
                "person");
    }

    /** A token of an agency's machine. */
    String client(String agency) {
        String id = "agency-" + agency;
        return token(UUID.randomUUID().toString(), Map.of("client_id", id, "azp", id, "agency", agency), "client");
    }

    private String token(String subject, Map<String, Object> more, String role) {
        Date now = Date.from(Clock.systemUTC().instant());
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(List.of("okno-api", "account"))
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(now)
                .expirationTime(Date.from(now.toInstant().plus(LIFE)))
                .claim("typ", "Bearer")
                .claim("azp", "okno-web")
                .claim("realm_access", Map.of("roles", List.of(role)));
        more.forEach(claims::claim);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyIDFromThumbprint(true)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
