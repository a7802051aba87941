package okno.identity.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Contacts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every way to prove who one is must keep to, seen from outside. */
abstract class ProofMethodContract extends IdentityIT {

    /** The level that it gives, and the one that it needs. */
    abstract Ial proves();

    abstract Ial needs();

    /** Hands evidence about {@code seen} in for {@code claimant}; the answer to it, or the attempt as it then stands. */
    abstract JsonNode prove(Person claimant, Person seen) throws Exception;

    /** Codes of what is refused when the evidence is about somebody else: one of these, with a text. */
    abstract String reasonForSomebodyElse();

    @Test
    void it_raises_the_level_of_whom_it_is_about_and_the_person_and_the_token_hear_of_it() throws Exception {
        Person person = known(needs());
        KEYCLOAK.stubFor(WireMock.patch(WireMock.urlEqualTo("/okno-accounts/" + person.id()))
                .willReturn(WireMock.aResponse().withStatus(204)));

        JsonNode proof = prove(person, person);

        assertThat(proof.path("status").asString()).as("%s", proof).isEqualTo("PROVED");
        assertThat(proof.path("ial").asString()).isEqualTo(proves().word());
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(proves());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        TestEvents.about("okno.identity.profile.v1", person.id().toString()))
                .anySatisfy(event -> assertThat(event.data().toString())
                        .contains("\"to\":\"" + proves().word() + "\"")
                        .doesNotContain(person.name().last(), person.snils().value())));
        await().untilAsserted(() -> KEYCLOAK.verify(WireMock.patchRequestedFor(
                        WireMock.urlEqualTo("/okno-accounts/" + person.id()))
                .withRequestBody(WireMock.equalToJson("{\"attributes\": {\"ial\": \"" + proves().word() + "\"}}"))));
    }

    @Test
    void what_is_about_somebody_else_is_refused_with_a_reason_and_raises_nobody() throws Exception {
        Person person = known(needs());
        Person other = known(needs());

        JsonNode refused = prove(person, other);

        assertThat(refused.toString())
                .contains(reasonForSomebodyElse())
                .doesNotContain(other.snils().value());
        assertThat(refused.path("status").asString()).isNotEqualTo("PROVED");
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(needs());
        assertThat(persons.find(other.id()).orElseThrow().ial()).isEqualTo(needs());
    }

    @Test
    void who_is_confirmed_needs_no_proof() throws Exception {
        Person person = known(Ial.CONFIRMED);

        assertThat(prove(person, person).path("code").asString()).isEqualTo("already_confirmed");
    }

    /** Somebody known as well as that; with a passport unless only by their own words. */
    Person known(Ial ial) {
        Person all = PersonFixture.aPerson();
        Contacts contacts = all.contacts();
        Passport passport = ial == Ial.SIMPLIFIED ? null : all.passport();
        var person = new Person(
                all.id(),
                1,
                ial,
                all.name(),
                LocalDate.of(1991, 2, 3),
                all.snils(),
                null,
                new Contacts(contacts.phone(), true, contacts.email(), null),
                passport,
                "ru");
        persons.insert(person, Instant.now());
        return person;
    }

    JsonNode begin(Person claimant, String method) {
        return json(handIn(claimant, "/api/v1/me/verifications", Map.of("method", method)));
    }

    JsonNode attempt(Person claimant, String id) {
        return json(http.get()
                .uri("/api/v1/me/verifications/" + id)
                .header(HttpHeaders.AUTHORIZATION, bearer(claimant))
                .exchange());
    }

    ResponseSpec handIn(Person caller, String path, Object body) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    static JsonNode json(ResponseSpec response) {
        return JsonMapper.shared().readTree(response.expectBody().returnResult().getResponseBody());
    }

    static String bearer(Person person) {
        return TestTokens.person(person.id().toString()).bearer();
    }

    static String officer() {
        return TestTokens.person(UUID.randomUUID().toString())
                .roles("person", "mfc")
                .bearer();
    }
}
