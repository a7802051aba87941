package okno.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import okno.bench.population.Company;
import okno.bench.population.Person;
import okno.bench.population.Population;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the services that application-service asks: identity-service knows the invented people, registry-service has
 * an extract of 24 KiB for whatever is asked, org-service publishes the key of acting tokens. They answer at once: what is
 * measured is application-service.
 */
final class Outside implements AutoCloseable {

    private static final String ACTING_ISSUER = "http://localhost:8080/acting";
    private static final int EXTRACT = 24 * 1024;

    private final HttpServer server;
    private final ECKey key;
    private final byte[] extract;

    private Outside(HttpServer server, ECKey key) {
        this.server = server;
        this.key = key;
        this.extract = ("%PDF-1.7\n" + "x".repeat(EXTRACT)).getBytes(US_ASCII);
    }

    static Outside start() throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var outside = new Outside(server, key);
        server.createContext("/internal/persons/", outside::person);
        server.createContext("/internal/extracts", outside::extract);
        server.createContext(
                "/.well-known/okno-acting-jwks.json",
                exchange -> answer(
                        exchange,
                        "application/json",
                        new JWKSet(key).toString(true).getBytes(UTF_8)));
        server.start();
        return outside;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token by which a person may see and submit what is a company's. */
    String acting(UUID person, Company company) throws JOSEException {
        Instant now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ACTING_ISSUER)
                .audience(List.of("okno-api"))
                .subject(person.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(7_200)))
                .claim("org_id", company.id().toString())
                .claim("inn", company.inn())
                .claim("ogrn", company.ogrn())
                .claim("permissions", List.of("applications.view", "applications.submit"))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("okno-act+jwt"))
                        .build(),
                claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private void person(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Person person = Person.of(Population.SEED, Person.number(id));
        answer(
                exchange,
                "application/json",
                JsonMapper.shared()
                        .writeValueAsBytes(Map.of(
                                "id", id,
                                "lastName", person.lastName(),
                                "firstName", person.firstName(),
                                "middleName", person.middleName(),
                                "birthDate", person.birthDate().toString(),
                                "snils", person.snils(),
                                "inn", person.inn(),
                                "address", person.address(),
                                "email", person.email(),
                                "phone", person.phone())));
    }

    private void extract(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().endsWith("/content")) {
            answer(exchange, "application/pdf", extract);
        } else {
            answer(
                    exchange,
                    "application/json",
                    "{\"id\":\"%s\"}".formatted(UUID.randomUUID()).getBytes(UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
