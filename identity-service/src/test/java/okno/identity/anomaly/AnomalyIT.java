package okno.identity.anomaly;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnomalyIT extends IdentityIT {

    private static final String TOPIC = "okno.identity.account.v1";
    private static final Instant MORNING = Instant.parse("2026-11-20T06:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_log_in_from_where_nobody_gets_to_in_time_ends_all_sessions_and_asks_for_more() {
        Person person = somebody();
        String account = "/okno-accounts/" + person.id();
        KEYCLOAK.stubFor(patch(urlEqualTo(account)).willReturn(aResponse().withStatus(503)));
        KEYCLOAK.stubFor(get(urlEqualTo("/okno-accounts/" + person.id() + "/sessions"))
                .willReturn(okJson("[{\"id\": \"s-%s\", \"start\": 1, \"lastAccess\": 1}]".formatted(person.id()))));
        KEYCLOAK.stubFor(delete(urlEqualTo("/okno-accounts/" + person.id() + "/sessions/s-" + person.id()))
                .willReturn(aResponse().withStatus(204)));

        logIn(person, MORNING, "192.0.2.7", true);
        UUID second = logIn(person, MORNING.plusSeconds(3600), "203.0.113.9", true);
        await().untilAsserted(() -> assertThat(rules(person)).containsExactly("IMPOSSIBLE_TRAVEL", "NEW_COUNTRY"));
        KEYCLOAK.stubFor(patch(urlEqualTo(account)).willReturn(aResponse().withStatus(204)));
        jdbc.sql("update anomaly set due_at = now() where due_at is not null").update();

        await().untilAsserted(() -> {
            KEYCLOAK.verify(patchRequestedFor(urlEqualTo(account)).withRequestBody(equalToJson("""
                    {"attributes": {"phoneConfirmed": "false"},
                     "requiredActions": ["okno-confirm-phone", "UPDATE_PASSWORD"]}""")));
            KEYCLOAK.verify(
                    deleteRequestedFor(urlEqualTo("/okno-accounts/" + person.id() + "/sessions/s-" + person.id())));
        });
        assertThat(TestEvents.about(
                        "okno.identity.session.v1",
                        UUID.nameUUIDFromBytes(
                                        ("session:s-" + person.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString()))
                .isNotEmpty();

        told(person, second, MORNING.plusSeconds(3600), true);
        logIn(person, MORNING.plusSeconds(90_000), "203.0.113.9", true);
        await().until(() -> attempts(person) == 3);
        assertThat(rules(person)).hasSize(2);
        assertThat(events(person)).hasSize(2).allSatisfy(data -> assertThat(data)
                .doesNotContain("203.0.113", "BR"));
        assertThat(stored(person)).doesNotContain("203.0.113", "Firefox");
        http.get()
                .uri("/api/v1/me/anomalies")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().toString()).bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("до которого за время", "Все сеансы завершены"));
    }

    @Test
    void a_new_country_asks_for_a_code_at_the_next_log_in_and_ends_nothing() {
        Person person = somebody();
        KEYCLOAK.stubFor(patch(urlEqualTo("/okno-accounts/" + person.id()))
                .willReturn(aResponse().withStatus(204)));

        logIn(person, MORNING, "192.0.2.7", true);
        logIn(person, MORNING.plus(Duration.ofDays(2)), "203.0.113.9", true);

        await().untilAsserted(() -> KEYCLOAK.verify(
                patchRequestedFor(urlEqualTo("/okno-accounts/" + person.id())).withRequestBody(equalToJson("""
                        {"attributes": {"phoneConfirmed": "false"}, "requiredActions": ["okno-confirm-phone"]}"""))));
        assertThat(rules(person)).containsExactly("NEW_COUNTRY");
    }

    @Test
    void a_country_that_a_proxy_told_keycloak_of_counts_before_the_table() {
        Person person = somebody();
        KEYCLOAK.stubFor(patch(urlEqualTo("/okno-accounts/" + person.id()))
                .willReturn(aResponse().withStatus(204)));

        logIn(person, MORNING, "198.18.0.1", true, "RU");
        logIn(person, MORNING.plusSeconds(3600), "198.18.0.1", true, "RU");
        assertThat(rules(person)).isEmpty();
        // Unknown to the table: new, and nobody can tell how far.
        logIn(person, MORNING.plusSeconds(7200), "198.18.0.2", true, "KZ");
        await().untilAsserted(() -> assertThat(rules(person)).containsExactly("NEW_COUNTRY"));
        // The table says Brazil.
        logIn(person, MORNING.plusSeconds(9000), "203.0.113.9", true, "RU");

        assertThat(attempts(person)).isEqualTo(4);
        assertThat(rules(person)).containsExactly("NEW_COUNTRY");
    }

    @Test
    void an_event_that_keycloak_has_forgotten_is_passed_over_and_contracts_are_read() {
        KEYCLOAK.stubFor(get(urlPathMatching("/okno-accounts/.*/log-ins/.*"))
                .willReturn(aResponse().withStatus(404)));
        UUID person = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
        for (String contract : List.of("account-logged-in.v1", "account-log-in-failed.v1")) {
            TestEvents.publish(
                    TOPIC,
                    "okno." + contract.replaceFirst("account-", "account.").replace('-', '_'),
                    person,
                    1,
                    ContractCheck.example(contract));
        }

        await().untilAsserted(() ->
                KEYCLOAK.verify(2, getRequestedFor(urlPathMatching("/okno-accounts/" + person + "/log-ins/.*"))));
    }

    private UUID logIn(Person person, Instant at, String address, boolean succeeded) {
        return logIn(person, at, address, succeeded, null);
    }

    private UUID logIn(Person person, Instant at, String address, boolean succeeded, @Nullable String country) {
        UUID event = UUID.randomUUID();
        KEYCLOAK.stubFor(
                get(urlEqualTo("/okno-accounts/" + person.id() + "/log-ins/" + event + "?at=" + at.toEpochMilli()))
                        .willReturn(okJson("""
                        {"address": "%s", "sessionId": "s", "os": "Windows", "browser": "Firefox/141.0",
                         "device": "Other", "country": %s}""".formatted(address, country == null ? null : '"' + country + '"'))));
        told(person, event, at, succeeded);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from log_in where id = :id")
                                .param("id", event)
                                .query(Integer.class)
                                .single()
                        == 1);
        return event;
    }

    private static void told(Person person, UUID event, Instant at, boolean succeeded) {
        TestEvents.publish(
                TOPIC,
                succeeded ? "okno.account.logged_in.v1" : "okno.account.log_in_failed.v1",
                person.id().value(),
                1,
                Map.of("personId", person.id().value(), "eventId", event, "occurredAt", at));
    }

    private List<String> rules(Person person) {
        return jdbc.sql("select rule from anomaly where person_id = :id order by rule")
                .param("id", person.id().value())
                .query(String.class)
                .list();
    }

    private int attempts(Person person) {
        return jdbc.sql("select count(*) from log_in where person_id = :id")
                .param("id", person.id().value())
                .query(Integer.class)
                .single();
    }

    private String stored(Person person) {
        return jdbc.sql("select string_agg(log_in::text, ' ') from log_in where person_id = :id")
                .param("id", person.id().value())
                .query(String.class)
                .single();
    }

    private static List<String> events(Person person) {
        return TestEvents.about("okno.identity.profile.v1", person.id().toString()).stream()
                .map(event -> event.data().toString())
                .filter(data -> data.contains("rule"))
                .toList();
    }
}
