package okno.identity.account;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountIT extends IdentityIT {

    private static final String TOPIC = "okno.identity.account.v1";
    private static final String CONFIRMED = "okno.account.phone_confirmed.v1";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExpireRegistrations expiry;

    @Autowired
    ExpireTemporaryPasswords passwords;

    @BeforeEach
    void nobodyRegisters() {
        jdbc.sql("delete from registration").update();
    }

    @Test
    void somebody_becomes_a_person_when_both_phone_and_e_mail_are_confirmed() {
        Person citizen = PersonFixture.aPerson();
        UUID account = keycloakOpens(citizen);

        UUID registration = register(citizen);

        letterSent(account, 1);
        KEYCLOAK.verify(
                1,
                postRequestedFor(urlEqualTo("/okno-accounts"))
                        .withRequestBody(matchingJsonPath("$[?(@.username == '" + registration + "')]"))
                        .withRequestBody(matchingJsonPath("$.attributes[?(@.ial == 'simplified')]")));
        assertThat(persons.find(new PersonId(account))).isEmpty();

        keycloakSays(citizen, account, false, true);
        confirmed(account);
        keycloakSays(citizen, account, true, true);
        assertThat(persons.find(new PersonId(account))).isEmpty();
        confirmed(account);

        Person person = await().until(() -> persons.find(new PersonId(account)), java.util.Optional::isPresent)
                .orElseThrow();
        assertThat(person.ial()).isEqualTo(Ial.SIMPLIFIED);
        assertThat(person.snils()).isEqualTo(citizen.snils());
        assertThat(person.contacts().phoneConfirmed()).isTrue();
        assertThat(rows(registration)).isZero();
    }

    @Test
    void a_phone_other_than_the_registered_one_makes_no_person() {
        Person citizen = PersonFixture.aPerson();
        UUID account = keycloakOpens(citizen);
        register(citizen);
        letterSent(account, 1);
        keycloakSays(PersonFixture.aPerson(), account, true, true);

        confirmed(account);

        keycloakWasAsked(account);
        assertThat(persons.find(new PersonId(account))).isEmpty();
    }

    @Test
    void a_stranger_sees_no_difference_when_a_number_is_taken_and_nothing_is_sent() {
        Person known = somebody();
        Person stranger = PersonFixture.aPerson();
        Map<String, Object> typed = typed(stranger);
        typed.put("snils", known.snils().value());

        UUID registration = accepted(typed);
        typed = typed(PersonFixture.aPerson());
        typed.put("phone", known.contacts().phone());
        accepted(typed);
        typed = typed(PersonFixture.aPerson());
        typed.put("email", String.valueOf(known.contacts().email()).toUpperCase(java.util.Locale.ROOT));
        accepted(typed);

        Person free = PersonFixture.aPerson();
        UUID account = keycloakOpens(free);
        register(free);
        letterSent(account, 1);
        KEYCLOAK.verify(1, postRequestedFor(urlEqualTo("/okno-accounts")));
        assertThat(rows(registration)).isEqualTo(1);
    }

    @Test
    void a_snils_that_is_only_typed_keeps_nobody_out_and_who_confirms_first_has_it() {
        Person owner = PersonFixture.aPerson();
        Person squatter = PersonFixture.aPerson();
        UUID squat = keycloakOpens(squatter);
        Map<String, Object> typed = typed(squatter);
        typed.put("snils", owner.snils().formatted());
        typed.put("phone", owner.contacts().phone());
        UUID squatted = accepted(typed);
        letterSent(squat, 1);

        UUID account = keycloakOpens(owner);
        register(owner);
        letterSent(account, 1);
        keycloakSays(owner, account, true, true);
        confirmed(account);

        await().until(() -> persons.find(new PersonId(account)), java.util.Optional::isPresent);
        keycloakSays(owner, squat, true, true);
        confirmed(squat);
        await().until(() -> status(squatted).equals("HELD"));
        assertThat(persons.find(new PersonId(squat))).isEmpty();
    }

    @Test
    void an_officer_opens_an_account_whose_password_is_for_the_first_log_in_and_for_a_day() {
        Person visitor = PersonFixture.aPerson();
        UUID account = keycloakOpens(visitor);

        JsonNode opened = JsonMapper.shared()
                .readTree(atDesk(typed(visitor), "mfc")
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());

        String password = opened.path("temporaryPassword").asString();
        assertThat(password).hasSize(12).matches("(?=.*[A-Z])(?=.*[a-z])(?=.*\\d)(?=.*[-+=]).*");
        KEYCLOAK.verify(postRequestedFor(urlEqualTo("/okno-accounts"))
                .withRequestBody(matchingJsonPath(
                        "$[?(@.password.lifeSeconds == 86400 && @.password.value == '" + password + "')]")));
        KEYCLOAK.verify(0, putRequestedFor(urlPathEqualTo("/okno-accounts/" + account + "/letter")));
        assertThat(jdbc.sql("select string_agg(registration::text, ' ') from registration")
                        .query(String.class)
                        .single())
                .doesNotContain(password);

        keycloakSays(visitor, account, true, true);
        confirmed(account);
        await().until(() -> persons.find(new PersonId(account)), java.util.Optional::isPresent);
        assertThat(firstEvent("okno.identity.profile.v1", account.toString())).contains(account.toString());
        atDesk(typed(visitor), "mfc")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account_exists");

        KEYCLOAK.stubFor(delete(urlEqualTo("/okno-accounts/" + account + "/temporary-password"))
                .willReturn(aResponse().withStatus(204)));
        jdbc.sql("update temporary_password set expires_at = now() where account_id = :id")
                .param("id", account)
                .update();
        passwords.expire();
        KEYCLOAK.verify(deleteRequestedFor(urlEqualTo("/okno-accounts/" + account + "/temporary-password")));
        assertThat(jdbc.sql("select count(*) from temporary_password where account_id = :id")
                        .param("id", account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_but_an_officer_opens_accounts_for_others_and_nothing_is_left_when_keycloak_is_away() {
        Person visitor = PersonFixture.aPerson();
        atDesk(typed(visitor), "officer").expectStatus().isForbidden();
        KEYCLOAK.stubFor(
                post(urlEqualTo("/okno-accounts")).willReturn(aResponse().withStatus(503)));

        atDesk(typed(visitor), "mfc").expectStatus().isEqualTo(503);

        UUID account = keycloakOpens(visitor);
        atDesk(typed(visitor), "mfc").expectStatus().isCreated();
        assertThat(account).isNotNull();
    }

    @Test
    void who_registers_again_gets_the_letter_again_after_a_minute() {
        Person citizen = PersonFixture.aPerson();
        UUID account = keycloakOpens(citizen);
        UUID registration = register(citizen);
        letterSent(account, 1);

        register(citizen);
        Person other = PersonFixture.aPerson();
        register(other);
        await().until(() ->
                KEYCLOAK.findAll(postRequestedFor(urlEqualTo("/okno-accounts"))).size() > 1);
        letterSent(account, 1);

        age(registration, "sent_at", Duration.ofSeconds(61));
        register(citizen);

        letterSent(account, 2);
    }

    @Test
    void a_letter_waits_while_keycloak_is_away() {
        Person citizen = PersonFixture.aPerson();
        KEYCLOAK.stubFor(
                post(urlEqualTo("/okno-accounts")).willReturn(aResponse().withStatus(503)));
        UUID registration = register(citizen);
        await().until(() -> !KEYCLOAK.findAll(postRequestedFor(urlEqualTo("/okno-accounts")))
                .isEmpty());

        UUID account = keycloakOpens(citizen);
        age(registration, "due_at", Duration.ofMinutes(2));

        letterSent(account, 1);
    }

    @Test
    void what_is_not_confirmed_in_time_is_removed_at_keycloak_too() {
        Person citizen = PersonFixture.aPerson();
        UUID account = keycloakOpens(citizen);
        UUID registration = register(citizen);
        letterSent(account, 1);
        KEYCLOAK.stubFor(delete(urlEqualTo("/okno-accounts/" + account))
                .willReturn(aResponse().withStatus(503)));
        age(registration, "expires_at", Duration.ofDays(4));

        expiry.removeExpired();
        assertThat(rows(registration)).isEqualTo(1);
        KEYCLOAK.stubFor(delete(urlEqualTo("/okno-accounts/" + account))
                .willReturn(aResponse().withStatus(204)));
        expiry.removeExpired();

        assertThat(rows(registration)).isZero();
        KEYCLOAK.verify(deleteRequestedFor(urlEqualTo("/okno-accounts/" + account)));
        UUID next = keycloakOpens(citizen);
        register(citizen);
        letterSent(next, 1);
    }

    @Test
    void a_snils_with_a_wrong_check_number_is_refused_by_pointer() {
        Map<String, Object> typed = typed(PersonFixture.aPerson());
        typed.put("snils", "112-233-445 94");

        http.post()
                .uri("/api/v1/accounts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(typed)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/snils")
                .jsonPath("$.errors[0].code")
                .isEqualTo("snils_checksum");
    }

    @Test
    void reads_the_contract_of_the_event() {
        Person citizen = PersonFixture.aPerson();
        UUID account = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
        keycloakSays(citizen, account, false, false);
        UUID registration = register(citizen);
        jdbc.sql("update registration set account_id = :account, status = 'SENT', due_at = null where id = :id")
                .param("account", account)
                .param("id", registration)
                .update();

        TestEvents.publish(TOPIC, CONFIRMED, account, 1, ContractCheck.example("account-phone-confirmed.v1"));

        keycloakWasAsked(account);
    }

    private RestTestClient.ResponseSpec atDesk(Map<String, Object> typed, String role) {
        return http.post()
                .uri("/api/v1/mfc/accounts")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(UUID.randomUUID().toString())
                                .roles("person", role)
                                .bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(typed)
                .exchange();
    }

    private String status(UUID registration) {
        return jdbc.sql("select status from registration where id = :id")
                .param("id", registration)
                .query(String.class)
                .single();
    }

    private UUID register(Person person) {
        return accepted(typed(person));
    }

    private UUID accepted(Map<String, Object> typed) {
        byte[] body = http.post()
                .uri("/api/v1/accounts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(typed)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PENDING_CONFIRMATION")
                .returnResult()
                .getResponseBody();
        return UUID.fromString(JsonMapper.shared().readTree(body).get("id").asString());
    }

    private static Map<String, Object> typed(Person person) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("lastName", "Соколова");
        typed.put("firstName", "Вероника");
        typed.put("middleName", "Игоревна");
        typed.put("birthDate", person.birthDate().toString());
        typed.put("snils", person.snils().formatted());
        typed.put("phone", person.contacts().phone());
        typed.put("email", person.contacts().email());
        return typed;
    }

    private static UUID keycloakOpens(Person person) {
        UUID account = UUID.randomUUID();
        KEYCLOAK.stubFor(post(urlEqualTo("/okno-accounts"))
                .withRequestBody(
                        matchingJsonPath("$[?(@.email == '" + person.contacts().email() + "')]"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Location", KEYCLOAK.baseUrl() + "/okno-accounts/" + account)));
        KEYCLOAK.stubFor(put(urlPathEqualTo("/okno-accounts/" + account + "/letter"))
                .willReturn(aResponse().withStatus(204)));
        return account;
    }

    private static void letterSent(UUID account, int times) {
        await().untilAsserted(() -> KEYCLOAK.verify(
                times, putRequestedFor(urlEqualTo("/okno-accounts/" + account + "/letter?lifespan=259200"))));
    }

    private static void keycloakSays(Person person, UUID account, boolean email, boolean phone) {
        KEYCLOAK.stubFor(get(urlEqualTo("/okno-accounts/" + account)).willReturn(okJson("""
                        {"id": "%s", "emailVerified": %s,
                         "attributes": {"phone": ["%s"], "phoneConfirmed": ["%s"]}}""".formatted(
                        account, email, person.contacts().phone(), phone))));
    }

    private static void confirmed(UUID account) {
        int before = asked(account);
        TestEvents.publish(TOPIC, CONFIRMED, account, 1, Map.of("personId", account));
        await().until(() -> asked(account) > before);
    }

    private static void keycloakWasAsked(UUID account) {
        await().atMost(Duration.ofSeconds(20)).until(() -> asked(account) > 0);
    }

    private static int asked(UUID account) {
        return KEYCLOAK.findAll(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                        urlEqualTo("/okno-accounts/" + account)))
                .size();
    }

    private void age(UUID registration, String column, Duration by) {
        jdbc.sql("update registration set " + column + " = now() - cast(:by as interval) where id = :id")
                .param("by", by.toSeconds() + " seconds")
                .param("id", registration)
                .update();
    }

    private int rows(UUID registration) {
        return jdbc.sql("select count(*) from registration where id = :id")
                .param("id", registration)
                .query(Integer.class)
                .single();
    }
}
