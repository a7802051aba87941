package okno.identity.contact;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import okno.identity.IdentityIT;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Person;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactChangeIT extends IdentityIT {

    private static final String CODES = "/internal/one-time-codes";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ForgetContactChanges forget;

    @BeforeEach
    void codesArrive() {
        NOTIFICATION.stubFor(post(urlEqualTo(CODES)).willReturn(aResponse().withStatus(202)));
    }

    @Test
    void a_new_phone_counts_only_after_its_code_and_the_old_one_is_told_before() {
        Person person = somebody();
        String phone = PersonFixture.aPerson().contacts().phone();
        KEYCLOAK.stubFor(patch(urlEqualTo("/okno-accounts/" + person.id()))
                .willReturn(aResponse().withStatus(204)));

        JsonNode begun = started(person, "PHONE", phone);
        String code = codeTo("phone", phone);

        assertThat(persons.find(person.id()).orElseThrow()).isEqualTo(person);
        assertThat(told(person))
                .singleElement()
                .asString()
                .contains("\"contact\":\"PHONE\"")
                .doesNotContain(phone);
        refused(confirm(person, begun, code.equals("000000") ? "000001" : "000000"), 422, "code_wrong");
        refused(confirm(somebody(), begun, code), 404, "not_found");
        confirm(person, begun, code).expectStatus().isNoContent();

        var contacts = persons.find(person.id()).orElseThrow().contacts();
        assertThat(contacts.phone()).isEqualTo(phone);
        assertThat(contacts.phoneConfirmed()).isTrue();
        await().untilAsserted(() -> KEYCLOAK.verify(patchRequestedFor(urlEqualTo("/okno-accounts/" + person.id()))
                .withRequestBody(equalToJson("""
                        {"attributes": {"phone": "%s", "phoneConfirmed": "true"}, "email": "%s"}""".formatted(phone, contacts.email())))));
        refused(confirm(person, begun, code), 404, "not_found");
    }

    @Test
    void a_new_e_mail_gets_its_code_by_letter() {
        Person person = somebody();
        String email = String.valueOf(PersonFixture.aPerson().contacts().email());

        KEYCLOAK.stubFor(patch(urlEqualTo("/okno-accounts/" + person.id()))
                .willReturn(aResponse().withStatus(204)));

        JsonNode begun = started(person, "EMAIL", email.toUpperCase(java.util.Locale.ROOT));
        confirm(person, begun, codeTo("email", email)).expectStatus().isNoContent();

        assertThat(persons.find(person.id()).orElseThrow().contacts().email()).isEqualTo(email);
        await().untilAsserted(() -> KEYCLOAK.verify(patchRequestedFor(urlEqualTo("/okno-accounts/" + person.id()))
                .withRequestBody(equalToJson("{\"attributes\": {}, \"email\": \"" + email + "\"}"))));
        assertThat(TestEvents.about("okno.identity.profile.v1", person.id().toString()))
                .noneSatisfy(event -> assertThat(event.data().toString()).contains(email));
    }

    @Test
    void a_phone_of_somebody_else_looks_the_same_and_nobody_gets_a_code() {
        Person person = somebody();
        Person owner = somebody();
        Person free = PersonFixture.aPerson();

        JsonNode taken = started(person, "PHONE", owner.contacts().phone());
        JsonNode other = started(somebody(), "PHONE", free.contacts().phone());
        codeTo("phone", free.contacts().phone());

        assertThat(taken.propertyNames()).isEqualTo(other.propertyNames());
        NOTIFICATION.verify(1, postRequestedFor(urlEqualTo(CODES)));
        refused(confirm(person, taken, "123456"), 422, "code_wrong");
    }

    @Test
    void three_guesses_end_a_change_and_a_minute_lies_between_two() {
        Person person = somebody();
        JsonNode begun =
                started(person, "PHONE", PersonFixture.aPerson().contacts().phone());
        String wrong = codeTo("phone", begun.path("value").asString()).equals("000000") ? "000001" : "000000";
        refused(start(person, "PHONE", begun.path("value").asString()), 429, "code_sent_recently");
        for (int i = 0; i < 3; i++) {
            refused(confirm(person, begun, wrong), 422, "code_wrong");
        }
        refused(confirm(person, begun, wrong), 409, "contact_change_over");
    }

    @Test
    void what_is_not_finished_in_time_is_gone() {
        Person person = somebody();
        JsonNode begun =
                started(person, "PHONE", PersonFixture.aPerson().contacts().phone());
        String code = codeTo("phone", begun.path("value").asString());
        jdbc.sql("update contact_change set expires_at = now() - interval '1 second' where person_id = :id")
                .param("id", person.id().value())
                .update();

        refused(confirm(person, begun, code), 409, "contact_change_over");
        forget.forget();

        assertThat(jdbc.sql("select status || coalesce(content::text, '') from contact_change where person_id = :id")
                        .param("id", person.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("OVER");
        assertThat(persons.find(person.id()).orElseThrow()).isEqualTo(person);
    }

    @Test
    void malformed_and_unchanged_addresses_are_refused() {
        Person person = somebody();

        refused(start(person, "PHONE", "+74951234567"), 422, "invalid_content");
        refused(start(person, "EMAIL", "nobody"), 422, "invalid_content");
        refused(start(person, "PHONE", person.contacts().phone()), 422, "contact_unchanged");
    }

    private JsonNode started(Person person, String contact, String value) {
        byte[] body = start(person, contact, value)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    private ResponseSpec start(Person person, String contact, String value) {
        return call(person, "", Map.of("contact", contact, "value", value));
    }

    private ResponseSpec confirm(Person person, JsonNode begun, String code) {
        return call(person, "/" + begun.path("id").asString() + "/confirmation", Map.of("code", code));
    }

    private ResponseSpec call(Person person, String path, Object body) {
        return http.post()
                .uri("/api/v1/me/contact-changes" + path)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().toString()).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(ResponseSpec response, int status, String code) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static String codeTo(String field, String address) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> NOTIFICATION.findAll(postRequestedFor(urlEqualTo(CODES))).stream()
                                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                                .filter(sent -> sent.path(field).asString("").equals(address))
                                .filter(sent -> sent.path("purpose").asString().equals("CONTACT"))
                                .map(sent -> sent.path("code").asString())
                                .toList(),
                        codes -> !codes.isEmpty())
                .getLast();
    }

    private static List<String> told(Person person) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestEvents.about(
                                        "okno.identity.profile.v1", person.id().toString())
                                .stream()
                                .map(event -> event.data().toString())
                                .filter(data -> data.contains("contact"))
                                .toList(),
                        events -> !events.isEmpty());
    }
}
