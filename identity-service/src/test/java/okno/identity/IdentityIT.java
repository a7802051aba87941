package okno.identity;

import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okno.identity.assurance.TestVerifier;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Person;
import okno.identity.person.persistence.Persons;
import okno.identity.pki.TestAuthorities;
import okno.identity.protection.TestKeys;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service on real PostgreSQL and Kafka; Keycloak's administration and notification-service are stubs. */
@OknoServiceTest
public abstract class IdentityIT {

    protected static final WireMockServer KEYCLOAK = started();
    protected static final WireMockServer NOTIFICATION = started();
    protected static final WireMockServer REGISTRY = started();
    protected static final WireMockServer VERIFIER = started();

    /** The services that are asked for parts of exports: each under a path of its own. */
    protected static final WireMockServer SOURCES = started();

    protected static final Path ARCHIVES = archives();

    @LocalServerPort
    protected int port;

    @Autowired
    protected Persons persons;

    protected RestTestClient http;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        TestKeys.register(registry);
        TestAuthorities.register(registry);
        registry.add("okno.identity.journal.head-key-file", TestTokens::clientKeyFile);
        // Tests sign when they want to; the schedule has a test of its own.
        registry.add("okno.identity.journal.head-interval", () -> "1h");
        registry.add("okno.services.keycloak", KEYCLOAK::baseUrl);
        registry.add("okno.services.notification", NOTIFICATION::baseUrl);
        registry.add("okno.services.registry", REGISTRY::baseUrl);
        TestVerifier.register(registry, VERIFIER);
        for (String source : List.of("application", "payment", "org")) {
            registry.add("okno.services." + source, () -> SOURCES.baseUrl() + "/" + source);
        }
        registry.add("okno.identity.rights.documents-directory", ARCHIVES::toString);
        registry.add("okno.identity.rights.pause", () -> "200ms");
        registry.add("okno.identity.rights.attempts", () -> "3");
    }

    @BeforeEach
    void freshStubs() {
        KEYCLOAK.resetAll();
        NOTIFICATION.resetAll();
        REGISTRY.resetAll();
        VERIFIER.resetAll();
        SOURCES.resetAll();
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    /** A person that no other test knows. */
    protected Person somebody() {
        Person person = PersonFixture.aPerson();
        persons.insert(person, Instant.now());
        return person;
    }

    /** Data of the first event about this aggregate, as soon as it is there. */
    protected static String firstEvent(String topic, String aggregateId) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.about(topic, aggregateId), events -> !events.isEmpty())
                .getFirst()
                .data()
                .toString();
    }

    private static Path archives() {
        try {
            return Files.createTempDirectory("okno-archives");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireMockServer started() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }
}
