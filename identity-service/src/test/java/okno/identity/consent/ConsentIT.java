package okno.identity.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.core.Ids;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsentIT extends IdentityIT {

    private static final String CODES = "/internal/one-time-codes";
    private static final String CONSENTS = "/api/v1/me/consents";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BANK = "partner-bank";

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void notificationWorks() {
        NOTIFICATION.stubFor(post(urlEqualTo(CODES)).willReturn(aResponse().withStatus(202)));
    }

    @BeforeEach
    void bankIsRegistered() {
        jdbc.sql("""
                        insert into client_application (id, client_id, requested_by, name, purpose, scopes, redirect_uris,
                                                        plan, status, created_at, changed_at, version)
                        values (gen_random_uuid(), :bank, 'admin', 'Bank', 'credit', '{okno.identity}', '{}', 'BASIC',
                                'ACTIVE', now(), now(), 1)
                        on conflict (client_id) do update set status = 'ACTIVE'
                        """).param("bank", BANK).update();
    }

    @Test
    void only_a_client_that_works_can_be_a_recipient() {
        Person person = somebody();
        for (String status : List.of("REQUESTED", "SUSPENDED", "CLOSED")) {
            jdbc.sql("update client_application set status = :status where client_id = :bank")
                    .param("status", status)
                    .param("bank", BANK)
                    .update();
            refusedRecipient(person, BANK);
        }
        refusedRecipient(person, "nobody-knows-me");
        NOTIFICATION.verify(0, postRequestedFor(urlEqualTo(CODES)));
    }

    private void refusedRecipient(Person person, String recipient) {
        var request = new java.util.HashMap<>(request("NAME"));
        request.put("recipient", recipient);
        call(HttpMethod.POST, CONSENTS, bearer(person), request)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(problem -> assertThat(problem).contains("\"/recipient\"", "consent_recipient_unknown"));
    }

    @Test
    void a_signed_consent_opens_exactly_its_fields_and_its_withdrawal_closes_them() throws Exception {
        Person person = somebody();
        read(bank(), person.id().value()).expectStatus().isNotFound();

        JsonNode asked = asked(person, "NAME", "PHONE");
        assertThat(asked.path("status").asString()).isEqualTo("PENDING");
        read(bank(), person.id().value()).expectStatus().isNotFound();

        JsonNode given = body(confirm(person, id(asked), lastCode()));
        assertThat(given.path("status").asString()).isEqualTo("GIVEN");
        assertThat(signedHash(person, id(asked))).isEqualTo(documentHashOf(given));

        JsonNode shown = body(read(bank(), person.id().value()));
        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder("subject", "consents", "lastName", "firstName", "middleName", "phone");
        assertThat(shown.path("phone").asString()).isEqualTo(person.contacts().phone());
        read(
                        TestTokens.client("other-bank").claim("scope", "okno.identity"),
                        person.id().value())
                .expectStatus()
                .isNotFound();

        delete(person, id(asked)).expectStatus().isNoContent();
        read(bank(), person.id().value()).expectStatus().isNotFound();
        delete(person, id(asked)).expectStatus().isNoContent();

        assertThat(firstEvent("okno.identity.consent.v1", id(asked))).contains(BANK, "PHONE");
        await().atMost(Duration.ofSeconds(20)).until(() -> journal(person).size() >= 4);
        assertThat(journal(person))
                .contains("person.read_by_consent DONE " + BANK, "person.read_by_consent REFUSED other-bank");
    }

    @Test
    void a_withdrawal_is_known_to_other_services_within_five_seconds() {
        Person person = somebody();
        JsonNode asked = asked(person, "NAME");
        confirm(person, id(asked), lastCode()).expectStatus().isOk();
        assertThat(internal(person).path("items")).hasSize(1);
        delete(person, id(asked)).expectStatus().isNoContent();
        assertThat(internal(person).path("items")).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> okno.platform.test.TestEvents.about("okno.identity.consent.v1", id(asked)).stream()
                        .anyMatch(event -> event.type().equals("okno.consent.withdrawn.v1")));
    }

    @Test
    void a_wrong_code_costs_a_try_and_gives_nothing() {
        Person person = somebody();
        JsonNode asked = asked(person, "NAME");
        String right = lastCode();
        confirm(person, id(asked), right.equals("000000") ? "000001" : "000000")
                .expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.attemptsLeft")
                .isEqualTo(2);
        read(bank(), person.id().value()).expectStatus().isNotFound();
        confirm(person, id(asked), right).expectStatus().isOk();
        confirm(person, id(asked), right)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("consent_not_pending");
    }

    @Test
    void a_consent_may_be_signed_where_all_signatures_are() {
        Person person = somebody();
        JsonNode asked = asked(person, "SNILS");
        call(
                        HttpMethod.POST,
                        "/api/v1/signatures/" + asked.path("signatureId").asString() + "/confirmation",
                        bearer(person),
                        Map.of("code", lastCode()))
                .expectStatus()
                .isOk();
        read(bank(), person.id().value()).expectStatus().isNotFound();
        confirm(person, id(asked), "000000").expectStatus().isOk();
        assertThat(body(read(bank(), person.id().value())).path("snils").asString())
                .isEqualTo(person.snils().value());
    }

    @Test
    void what_has_run_out_or_was_withdrawn_before_it_was_signed_opens_nothing() {
        Person person = somebody();
        JsonNode asked = asked(person, "NAME");
        confirm(person, id(asked), lastCode()).expectStatus().isOk();
        jdbc.sql("update consent set valid_until = current_date - 2 where id = :id")
                .param("id", UUID.fromString(id(asked)))
                .update();
        read(bank(), person.id().value()).expectStatus().isNotFound();
        assertThat(statuses(person)).containsExactly("EXPIRED");

        JsonNode second = asked(person, "NAME", "INN");
        String code = lastCode();
        delete(person, id(second)).expectStatus().isNoContent();
        confirm(person, id(second), code).expectStatus().isEqualTo(409);
        assertThat(statuses(person)).containsExactly("WITHDRAWN", "EXPIRED");
    }

    @Test
    void a_consent_without_a_purpose_fields_recipient_or_a_sensible_term_is_none() {
        Person person = somebody();
        Map<String, Map<String, Object>> bad = Map.of(
                "/purpose", Map.of("purpose", " \t "),
                "/fields", Map.of("fields", List.of()),
                "/fields/0", Map.of("fields", List.of("PASSWORD")),
                "/recipient", Map.of("recipient", "a bank"),
                "/until", Map.of("until", LocalDate.now().minusDays(2).toString()));
        bad.forEach((pointer, change) -> {
            var request = new java.util.HashMap<>(request("NAME"));
            request.putAll(change);
            call(HttpMethod.POST, CONSENTS, bearer(person), request)
                    .expectStatus()
                    .is4xxClientError()
                    .expectBody(String.class)
                    .value(problem -> assertThat(problem).contains("\"" + pointer + "\""));
        });
        var endless = new java.util.HashMap<>(request("NAME"));
        endless.put("until", LocalDate.now().plusYears(6).toString());
        call(HttpMethod.POST, CONSENTS, bearer(person), endless)
                .expectStatus()
                .is4xxClientError()
                .expectBody(String.class)
                .value(problem -> assertThat(problem).contains("consent_term_too_long"));
        NOTIFICATION.verify(0, postRequestedFor(urlEqualTo(CODES)));
    }

    @Test
    void nobody_else_gets_in() {
        Person person = somebody();
        Person other = somebody();
        JsonNode asked = asked(person, "NAME");
        confirm(person, id(asked), lastCode()).expectStatus().isOk();
        for (String path : List.of("", "/document")) {
            call(HttpMethod.GET, CONSENTS + "/" + id(asked) + path, bearer(other), null)
                    .expectStatus()
                    .isNotFound();
        }
        delete(other, id(asked)).expectStatus().isNotFound();
        confirm(other, id(asked), "000000").expectStatus().isNotFound();
        UUID subject = person.id().value();
        read(TestTokens.client(BANK), subject).expectStatus().isForbidden();
        read(TestTokens.client(BANK).claim("scope", "okno.identityer profile"), subject)
                .expectStatus()
                .isForbidden();
        read(TestTokens.person(other.id().value()).claim("scope", "okno.identity"), subject)
                .expectStatus()
                .isForbidden();
        read(TestTokens.admin().claim("scope", "okno.identity"), subject)
                .expectStatus()
                .isForbidden();
        read(bank(), Ids.next()).expectStatus().isNotFound();
        call(HttpMethod.GET, "/internal/persons/" + subject + "/consents?recipient=" + BANK, bank().bearer(), null)
                .expectStatus()
                .isForbidden();
    }

    private static TestToken bank() {
        return TestTokens.client(BANK).claim("scope", "openid okno.identity");
    }

    private static Map<String, Object> request(String... fields) {
        return Map.of(
                "purpose",
                "Рассмотрение заявки на кредит",
                "fields",
                List.of(fields),
                "recipient",
                BANK,
                "until",
                LocalDate.now().plusMonths(3).toString());
    }

    private JsonNode asked(Person person, String... fields) {
        var answer = call(HttpMethod.POST, CONSENTS, bearer(person), request(fields));
        answer.expectStatus().isCreated();
        return body(answer);
    }

    private ResponseSpec confirm(Person person, String id, String code) {
        return call(HttpMethod.POST, CONSENTS + "/" + id + "/confirmation", bearer(person), Map.of("code", code));
    }

    private ResponseSpec delete(Person person, String id) {
        return call(HttpMethod.DELETE, CONSENTS + "/" + id, bearer(person), null);
    }

    private ResponseSpec read(TestToken reader, UUID subject) {
        return call(HttpMethod.GET, "/api/v1/partner/persons/" + subject, reader.bearer(), null);
    }

    private JsonNode internal(Person person) {
        return body(call(
                HttpMethod.GET,
                "/internal/persons/" + person.id() + "/consents?recipient=" + BANK,
                TestTokens.service("application-service").bearer(),
                null));
    }

    private List<String> statuses(Person person) {
        return body(call(HttpMethod.GET, CONSENTS, bearer(person), null))
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asString())
                .toList();
    }

    private List<String> journal(Person person) {
        return jdbc.sql("select action || ' ' || result || ' ' || actor_id from audit_entry where person_id = :person"
                        + " and actor_id <> :person")
                .param("person", person.id().toString())
                .query(String.class)
                .list();
    }

    private String signedHash(Person person, String consentId) throws Exception {
        byte[] document = call(HttpMethod.GET, CONSENTS + "/" + consentId + "/document", bearer(person), null)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }

    private String documentHashOf(JsonNode consent) {
        return jdbc.sql("select document_sha256 from signature where id = :id and status = 'CONFIRMED'")
                .param("id", UUID.fromString(consent.path("signatureId").asString()))
                .query(String.class)
                .single();
    }

    private ResponseSpec call(HttpMethod method, String path, String bearer, Object body) {
        var request = http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, bearer);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }

    private static String lastCode() {
        var sent = NOTIFICATION.findAll(postRequestedFor(urlEqualTo(CODES))).getLast();
        return JSON.readTree(sent.getBodyAsString()).path("code").asString();
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asString();
    }

    private static String bearer(Person person) {
        return TestTokens.person(person.id().value()).bearer();
    }
}
