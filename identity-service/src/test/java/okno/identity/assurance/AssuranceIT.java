package okno.identity.assurance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Contacts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

class AssuranceIT extends IdentityIT {

    private static final String OFFICER = UUID.randomUUID().toString();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EndVerifications endVerifications;

    @Test
    void the_code_of_a_one_stop_office_confirms_a_person_once_and_the_token_follows() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        keycloakKnows(person);
        String code = issued(OFFICER, person, "2011-03-04");

        verify(person, code)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.ial")
                .isEqualTo("confirmed")
                .jsonPath("$.validUntil")
                .isEqualTo("2036-05-03");

        Person proved = persons.find(person.id()).orElseThrow();
        assertThat(proved.ial()).isEqualTo(Ial.CONFIRMED);
        assertThat(proved.version()).isEqualTo(2);
        assertThat(proved.passport().number()).isEqualTo("654321");
        await().untilAsserted(() -> KEYCLOAK.verify(patchRequestedFor(urlEqualTo("/okno-accounts/" + person.id()))
                .withRequestBody(equalToJson("{\"attributes\": {\"ial\": \"confirmed\"}}"))));
        await().until(() -> claims(person) == 0);
        refused(person, code, 409, "already_confirmed");
    }

    @Test
    void five_guesses_make_the_code_worthless() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        String code = issued(OFFICER, person, "2011-03-04");
        String wrong = code.equals("00000000") ? "00000001" : "00000000";

        for (int left = 4; left >= 0; left--) {
            verify(person, wrong)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("code_wrong")
                    .jsonPath("$.attemptsLeft")
                    .isEqualTo(left);
        }

        refused(person, code, 409, "mfc_code_unusable");
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.SIMPLIFIED);
    }

    @Test
    void a_code_is_good_for_whose_snils_it_is_and_for_a_day() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        Person other = newcomer(LocalDate.of(1991, 2, 3));
        String code = issued(OFFICER, person, "2011-03-04");

        refused(other, code, 409, "mfc_code_unusable");
        jdbc.sql("update mfc_code set expires_at = now()").update();

        refused(person, code, 409, "mfc_code_unusable");
    }

    @Test
    void a_newer_code_replaces_the_one_before() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        String first = issued(OFFICER, person, "2011-03-04");
        String second = issued(OFFICER, person, "2011-03-04");
        if (!first.equals(second)) {
            refused(person, first, 422, "code_wrong");
        }

        verify(person, second).expectStatus().isCreated();
    }

    @Test
    void nobody_vouches_for_themselves() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        String code = issued(person.id().toString(), person, "2011-03-04");

        refused(person, code, 403, "own_witness");
    }

    @Test
    void an_expired_passport_proves_nothing() {
        Person person = newcomer(LocalDate.now().minusYears(21));
        String code = issued(OFFICER, person, LocalDate.now().minusYears(6).toString());

        refused(person, code, 409, "passport_expired");
    }

    @Test
    void only_an_officer_of_a_one_stop_office_hands_out_codes() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));

        issue(person.id().toString(), List.of("person"), person.snils().formatted(), "2011-03-04")
                .expectStatus()
                .isForbidden();
        issue(OFFICER, List.of("person", "mfc"), "112-233-445 94", "2011-03-04")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void the_level_falls_when_the_passport_has_expired() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        keycloakKnows(person);
        String code = issued(OFFICER, person, "2011-03-04");
        verify(person, code).expectStatus().isCreated();
        await().until(() -> claims(person) == 0);

        endVerifications.endExpired();
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.CONFIRMED);
        jdbc.sql("update verification set valid_until = current_date - 2 where person_id = :id")
                .param("id", person.id().value())
                .update();
        endVerifications.endExpired();

        Person lowered = persons.find(person.id()).orElseThrow();
        assertThat(lowered.ial()).isEqualTo(Ial.STANDARD);
        assertThat(lowered.passport()).isNotNull();
        refused(person, code, 409, "mfc_code_unusable");
        await().untilAsserted(() -> KEYCLOAK.verify(patchRequestedFor(urlEqualTo("/okno-accounts/" + person.id()))
                .withRequestBody(equalToJson("{\"attributes\": {\"ial\": \"standard\"}}"))));
        http.get()
                .uri("/api/v1/me/verifications")
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].endedAt")
                .exists();
    }

    @Test
    void neither_the_code_nor_the_passport_can_be_read_in_the_database() {
        Person person = newcomer(LocalDate.of(1991, 2, 3));
        String code = issued(OFFICER, person, "2011-03-04");

        String rows = jdbc.sql("select string_agg(mfc_code::text, ' ') from mfc_code")
                .query(String.class)
                .single();

        assertThat(rows).doesNotContain(code, "654321", person.snils().value());
    }

    private Person newcomer(LocalDate born) {
        Person all = PersonFixture.aPerson();
        Contacts contacts = all.contacts();
        var person = new Person(
                all.id(),
                1,
                Ial.SIMPLIFIED,
                all.name(),
                born,
                all.snils(),
                null,
                new Contacts(contacts.phone(), true, contacts.email(), null),
                null,
                "ru");
        persons.insert(person, Instant.now());
        return person;
    }

    private String issued(String officer, Person person, String issueDate) {
        byte[] body = issue(officer, List.of("person", "mfc"), person.snils().formatted(), issueDate)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body).get("code").asString();
    }

    private RestTestClient.ResponseSpec issue(String officer, List<String> roles, String snils, String issueDate) {
        return http.post()
                .uri("/api/v1/mfc/confirmations")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(officer)
                                .roles(roles.toArray(String[]::new))
                                .bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "snils",
                        snils,
                        "passport",
                        Map.of(
                                "series",
                                "4510",
                                "number",
                                "654321",
                                "issuedBy",
                                "ОВД района Арбат",
                                "issueDate",
                                issueDate,
                                "unitCode",
                                "770-001")))
                .exchange();
    }

    private void refused(Person person, String code, int status, String problem) {
        verify(person, code)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(problem);
    }

    private RestTestClient.ResponseSpec verify(Person person, String code) {
        return http.post()
                .uri("/api/v1/me/verifications")
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("method", "MFC_CODE", "code", code))
                .exchange();
    }

    private static String bearer(Person person) {
        return TestTokens.person(person.id().toString()).bearer();
    }

    private static void keycloakKnows(Person person) {
        KEYCLOAK.stubFor(patch(urlEqualTo("/okno-accounts/" + person.id()))
                .willReturn(aResponse().withStatus(204)));
    }

    private int claims(Person person) {
        return jdbc.sql("select count(*) from ial_claim where person_id = :id")
                .param("id", person.id().value())
                .query(Integer.class)
                .single();
    }
}
