package okno.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Persons as powers of attorney name them, and what their representatives may not do here. */
class MatchPersonIT extends IdentityIT {

    private static final String ORG = TestTokens.service("org-service").bearer();

    @Test
    void exactly_the_person_named_is_found_and_sees_it_in_the_journal() {
        Person person = somebody();

        match(ORG, person, Map.of("firstName", " " + person.name().first().toUpperCase()))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(person.id().toString())
                .jsonPath("$.adult")
                .isEqualTo(true)
                .jsonPath("$.length()")
                .isEqualTo(2);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> http.get()
                .uri("/api/v1/me/data-access")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("person.matched")
                .jsonPath("$.items[0].purpose")
                .isEqualTo("power-of-attorney"));
    }

    @Test
    void another_name_or_number_finds_nobody() {
        Person person = somebody();
        for (Map<String, String> other : List.of(
                Map.of("lastName", "Другая"),
                Map.of("middleName", ""),
                Map.of("snils", PersonFixture.aPerson().snils().value()))) {
            match(ORG, person, other).expectStatus().isNotFound();
        }
        match(ORG, person, Map.of("snils", "11223344596")).expectStatus().isEqualTo(422);
    }

    @Test
    void minor_is_said_to_be_one() {
        Person grown = PersonFixture.aPerson();
        Person minor = new Person(
                grown.id(),
                1,
                grown.ial(),
                grown.name(),
                LocalDate.now().minusYears(17),
                grown.snils(),
                grown.inn(),
                grown.contacts(),
                grown.passport(),
                "ru");
        persons.insert(minor, Instant.now());

        match(ORG, minor, Map.of()).expectBody().jsonPath("$.adult").isEqualTo(false);
    }

    @Test
    void nobody_but_org_service_asks() {
        Person person = somebody();
        for (TestToken other : List.of(
                TestTokens.person(person.id().value()),
                TestTokens.admin(),
                TestTokens.client("partner"),
                TestTokens.service("application-service"))) {
            match(other.bearer(), person, Map.of()).expectStatus().isForbidden();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /me",
        "PATCH, /me",
        "GET, /me/preferences",
        "GET, /me/audit",
        "GET, /me/data-access",
        "GET, /me/consents",
        "POST, /me/consents",
        "POST, /me/data-exports",
        "POST, /me/erasures",
        "POST, /me/verifications",
        "GET, /me/certificates",
        "GET, /me/sessions",
        "GET, /signatures",
        "POST, /signatures",
        "GET, /clients"
    })
    void representative_has_no_part_in_the_principals_account(String method, String path) {
        Person principal = somebody();
        TestToken representative = TestTokens.person(UUID.randomUUID());
        String acting = representative.actingFor(
                principal.id().toString(),
                UUID.randomUUID(),
                List.of("residence-certificate"),
                "applications.draft",
                "applications.submit",
                "applications.view",
                "profile.prefill",
                "results.receive");
        var request = http.method(HttpMethod.valueOf(method))
                .uri("/api/v1" + path)
                .header(HttpHeaders.AUTHORIZATION, representative.bearer())
                .header("Okno-Acting", acting)
                .header(HttpHeaders.IF_MATCH, "\"1\"");
        if (!method.equals("GET")) {
            request.contentType(MediaType.APPLICATION_JSON).body("{}");
        }
        request.exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("poa_no_power");
        assertThat(persons.find(principal.id()).orElseThrow().version()).isEqualTo(1);
    }

    private ResponseSpec match(String bearer, Person person, Map<String, String> changed) {
        Map<String, String> named = new HashMap<>(Map.of(
                "lastName", person.name().last(),
                "firstName", person.name().first(),
                "middleName", person.name().middle(),
                "snils", person.snils().value()));
        named.putAll(changed);
        return http.post()
                .uri("/internal/persons/matches")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header("Okno-Purpose", "power-of-attorney")
                .contentType(MediaType.APPLICATION_JSON)
                .body(named)
                .exchange();
    }
}
