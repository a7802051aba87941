package okno.identity.rights;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okno.identity.person.domain.Person;
import okno.platform.rights.KeptTerms;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ErasureIT extends RightsIT {

    private static final String ERASURES = "/api/v1/me/erasures";
    private static final String DECIDE = "/api/v1/data-requests/";
    private static final Map<String, Object> GRANTED =
            Map.of("granted", true, "ground", "LAWFUL", "comment", "Исполняется");

    /** Tables in which the bare id of an erased person may stay, each named to the person with its law. */
    private static final List<String> KEPT =
            List.of("consent", "signature", "data_request", "audit_entry", "erased_person");

    private static final List<String> ERASED = List.of(
            "verification",
            "verification_attempt",
            "contact_change",
            "contact_claim",
            "ial_claim",
            "preferences",
            "person_certificate",
            "log_in",
            "anomaly");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KeptTerms keptTerms;

    @BeforeEach
    void keycloakWorks() {
        KEYCLOAK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        KEYCLOAK.stubFor(get(urlPathMatching("/okno-accounts/.*/sessions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("[]")));
    }

    @Test
    void erases_everywhere_and_says_what_is_kept() {
        Person person = somebody();
        furnish(person);
        JsonNode requested = json(HttpMethod.POST, ERASURES, bearer(person), null);
        String id = requested.path("id").asString();
        String receipt = requested.path("receipt").asString();
        assertThat(receipt).matches("[0-9a-f]{32}");
        decide(id, GRANTED).expectStatus().isOk();

        assertThat(firstEvent("okno.identity.erasure.v1", id))
                .contains(person.id().toString());
        KEYCLOAK.verify(deleteRequestedFor(urlEqualTo("/okno-accounts/" + person.id())));
        assertThat(persons.find(person.id())).as("until all have answered").isPresent();

        answered("okno.application.erasure.v1", "application-service", id, person, """
                [{"what":"submitted_application","count":1,"law":"210-FZ art. 7","term":"5 years","until":null}]""");
        answered("okno.notification.erasure.v1", "notification-service", id, person, "[]");
        answered("okno.registry.erasure.v1", "registry-service", id, person, "[]");
        answered("okno.org.erasure.v1", "org-service", id, person, "[]");
        answered("okno.webhook.erasure.v1", "webhook-service", id, person, "[]");
        assertThat(persons.find(person.id())).as("until the last has answered").isPresent();
        answered("okno.payment.erasure.v1", "payment-service", id, person, """
                [{"what":"payment","count":1,"law":"402-FZ art. 29 p. 1","term":"5 years","until":null}]""");
        JsonNode done = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> result(id, receipt),
                        now -> now.path("status").asString().equals("COMPLETED"));
        assertThat(done.path("answers")).hasSize(7);
        assertThat(done.toString())
                .contains("210-FZ art. 7", "402-FZ", "submitted_application", "audit_entry", "152-FZ art. 19");

        assertThat(columnsWith(person)).isEmpty();
        assertThat(tablesWithId(person)).isSubsetOf(KEPT);
        call(HttpMethod.GET, "/api/v1/me", bearer(person), null).expectStatus().isNotFound();
        call(HttpMethod.GET, "/api/v1/erasures/" + id, null, null)
                .expectStatus()
                .isBadRequest();
        assertThat(result(id, "0".repeat(32)).path("code").asString()).isEqualTo("not_found");

        closedBefore(person, "1090 days");
        assertThat(result(id, receipt).path("status").asString()).isEqualTo("COMPLETED");
        closedBefore(person, "1100 days");
        assertThat(result(id, receipt).path("code").asString()).isEqualTo("not_found");
        assertThat(tablesWithId(person)).containsExactly("audit_entry");
    }

    /** As if everything that is kept had ended so long ago, and somebody looked again. */
    private void closedBefore(Person person, String time) {
        jdbc.sql("update data_request set closed_at = now() - interval '" + time + "' where person_id = :id")
                .param("id", person.id().value())
                .update();
        jdbc.sql("update erased_person set look_at = now() where person_id = :id")
                .param("id", person.id().toString())
                .update();
        keptTerms.removeDue();
    }

    @Test
    void every_table_with_a_person_is_either_erased_or_kept_by_law() {
        List<String> tables = jdbc.sql("""
                        select distinct c.table_name
                          from information_schema.columns c
                          join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
                         where c.table_schema = 'public' and c.column_name = 'person_id'
                        """).query(String.class).list();
        // A new table: say in OwnStock whether it is erased or kept and by which law, then here.
        assertThat(tables)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(KEPT.stream(), ERASED.stream()).toList());
    }

    @Test
    void waits_for_keycloak_before_anything_is_ordered() {
        Person person = somebody();
        KEYCLOAK.resetAll();
        KEYCLOAK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        String id =
                json(HttpMethod.POST, ERASURES, bearer(person), null).path("id").asString();
        decide(id, GRANTED).expectStatus().isOk();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !KEYCLOAK.findAll(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                                urlEqualTo("/okno-accounts/" + person.id() + "/sessions")))
                        .isEmpty());
        assertThat(json(HttpMethod.GET, ERASURES + "/" + id, bearer(person), null)
                        .path("status")
                        .asString())
                .isEqualTo("GRANTED");
        assertThat(TestEvents.about("okno.identity.erasure.v1", id)).isEmpty();

        KEYCLOAK.resetAll();
        keycloakWorks();
        assertThat(firstEvent("okno.identity.erasure.v1", id))
                .contains(person.id().toString());
        untilTheBreakerForgets();
    }

    /** Other tests reach Keycloak through the same breaker, which looks at the last twenty calls. */
    private void untilTheBreakerForgets() {
        String caller = bearer(somebody());
        for (int call = 0; call < 20; call++) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> call(HttpMethod.GET, "/api/v1/me/sessions", caller, null)
                            .expectStatus()
                            .isOk());
        }
    }

    @Test
    void a_refusal_names_its_ground_and_a_person_may_think_better_of_it() {
        Person person = somebody();
        String id =
                json(HttpMethod.POST, ERASURES, bearer(person), null).path("id").asString();
        decide(id, Map.of("granted", false, "ground", "LAWFUL", "comment", "нет"))
                .expectStatus()
                .isEqualTo(422);
        decide(id, Map.of("granted", false, "ground", "SERVICE_UNDER_WAY", "comment", "Идёт оказание услуги"))
                .expectStatus()
                .isOk();
        JsonNode refused = json(HttpMethod.GET, ERASURES + "/" + id, bearer(person), null);
        assertThat(refused.path("ground").asString()).isEqualTo("SERVICE_UNDER_WAY");
        assertThat(refused.path("comment").asString()).isEqualTo("Идёт оказание услуги");
        decide(id, GRANTED).expectStatus().isEqualTo(409);

        String second =
                json(HttpMethod.POST, ERASURES, bearer(person), null).path("id").asString();
        call(HttpMethod.POST, ERASURES, bearer(person), null).expectStatus().isEqualTo(409);
        call(HttpMethod.DELETE, ERASURES + "/" + second, bearer(somebody()), null)
                .expectStatus()
                .isNotFound();
        call(HttpMethod.DELETE, ERASURES + "/" + second, bearer(person), null)
                .expectStatus()
                .isNoContent();
        decide(second, GRANTED).expectStatus().isEqualTo(409);
        assertThat(persons.find(person.id())).isPresent();
    }

    @Test
    void needs_two_factors_to_ask_and_an_operator_who_is_somebody_else_to_decide() {
        Person person = somebody();
        String weak = TestTokens.person(person.id().value()).acr("pwd").bearer();
        call(HttpMethod.POST, ERASURES, weak, null).expectStatus().isUnauthorized();
        String id =
                json(HttpMethod.POST, ERASURES, bearer(person), null).path("id").asString();
        for (String other : List.of(
                bearer(person),
                TestTokens.officer("o").bearer(),
                TestTokens.client("c").bearer(),
                TestTokens.service("application-service").bearer())) {
            call(HttpMethod.POST, DECIDE + id + "/decision", other, GRANTED)
                    .expectStatus()
                    .isForbidden();
            call(HttpMethod.GET, "/api/v1/data-requests", other, null)
                    .expectStatus()
                    .isForbidden();
        }
        call(
                        HttpMethod.POST,
                        DECIDE + id + "/decision",
                        TestTokens.admin(person.id().toString()).bearer(),
                        GRANTED)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_correction_is_applied_by_decision_and_told() {
        Person person = somebody();
        String corrections = "/api/v1/me/data-corrections";
        call(
                        HttpMethod.POST,
                        corrections,
                        bearer(person),
                        Map.of("field", "BIRTH_DATE", "value", "31.12.1990", "evidence", "свидетельство"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/value");
        JsonNode asked = json(
                HttpMethod.POST,
                corrections,
                bearer(person),
                Map.of("field", "LAST_NAME", "value", "Исправленная", "evidence", "Свидетельство о браке"));
        String id = asked.path("id").asString();
        JsonNode waiting =
                json(HttpMethod.GET, "/api/v1/data-requests", TestTokens.admin().bearer(), null);
        assertThat(waiting.toString()).contains(id, "Свидетельство о браке");
        decide(id, GRANTED).expectStatus().isOk();
        assertThat(json(HttpMethod.GET, "/api/v1/me", bearer(person), null)
                        .path("lastName")
                        .asString())
                .isEqualTo("Исправленная");
        assertThat(json(HttpMethod.GET, corrections + "/" + id, bearer(person), null)
                        .path("status")
                        .asString())
                .isEqualTo("APPLIED");
        assertThat(firstEvent("okno.identity.profile.v1", person.id().toString()))
                .contains("\"name\"")
                .doesNotContain("Исправленная");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(json(HttpMethod.GET, "/api/v1/me/data-access", bearer(person), null)
                                .toString())
                        .contains("data_request.read", "correction.granted"));
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec decide(
            String id, Map<String, Object> decision) {
        return call(
                HttpMethod.POST, DECIDE + id + "/decision", TestTokens.admin().bearer(), decision);
    }

    private JsonNode result(String id, String receipt) {
        byte[] body = http.get()
                .uri("/api/v1/erasures/" + id)
                .header("Okno-Receipt", receipt)
                .header(HttpHeaders.ACCEPT, "application/json")
                .exchange()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        return tools.jackson.databind.json.JsonMapper.shared().readTree(body);
    }

    private static void answered(String topic, String service, String id, Person person, String kept) {
        String data = """
                {"erasureId":"%s","personId":"%s","service":"%s","erased":[{"what":"draft","count":2}],"kept":%s,
                 "occurredAt":"2026-11-26T09:32:04Z"}""".formatted(id, person.id(), service, kept);
        TestEvents.publish(
                topic,
                "okno.erasure.answered.v1",
                UUID.fromString(id),
                1,
                data.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Rows in every table that keeps something of persons. */
    private void furnish(Person person) {
        call(
                        HttpMethod.PUT,
                        "/api/v1/me/preferences",
                        bearer(person),
                        Map.of(
                                "language",
                                "en",
                                "dateFormat",
                                "ISO",
                                "quickAccess",
                                List.of("egrul-extract"),
                                "privacy",
                                Map.of("contacts", "PRIVATE", "documents", "PRIVATE"),
                                "draftRetentionDays",
                                30))
                .expectStatus()
                .isOk();
        call(
                        HttpMethod.POST,
                        "/api/v1/me/data-corrections",
                        bearer(person),
                        Map.of(
                                "field",
                                "FIRST_NAME",
                                "value",
                                "Мария",
                                "evidence",
                                person.name().last()))
                .expectStatus()
                .isCreated();
        UUID id = person.id().value();
        for (String row : List.of(
                "insert into verification (id, person_id, method, raised_from, raised_to, witness, verified_at)"
                        + " values (gen_random_uuid(), :id, 'MFC_CODE', 'simplified', 'confirmed', 'w', now())",
                "insert into contact_claim (person_id, with_phone, due_at) values (:id, true, now() + interval '1 day')",
                "insert into contact_change (id, person_id, kind, status, attempts_left, created_at, expires_at)"
                        + " values (gen_random_uuid(), :id, 'EMAIL', 'OVER', 1, now(), now())",
                "insert into verification_attempt (id, person_id, method, status, created_at, expires_at)"
                        + " values (gen_random_uuid(), :id, 'BANK', 'REFUSED', now(), now())",
                "insert into log_in (id, person_id, at, succeeded) values (gen_random_uuid(), :id, now(), true)",
                "insert into anomaly (id, log_in_id, person_id, rule, action, happened_at)"
                        + " values (gen_random_uuid(), gen_random_uuid(), :id, 'NEW_DEVICE', 'NOTIFY', now())",
                "insert into ial_claim (person_id, ial, due_at) values (:id, 'confirmed', now() + interval '1 day')",
                "insert into person_certificate (id, person_id, kind, status, fingerprint, serial_number, certificate,"
                        + " not_before, not_after, created_at) values (gen_random_uuid(), :id, 'OWN', 'REVOKED',"
                        + " repeat('a', 64), '1', '\\x00', now(), now(), now())")) {
            jdbc.sql(row).param("id", id).update();
        }
        assertThat(tablesWithId(person)).containsAll(ERASED).contains("person", "data_request");
    }

    /** Every column of every table that holds a name, number or address of the person in clear. */
    private List<String> columnsWith(Person person) {
        List<String> found = new ArrayList<>();
        List<String> traces = List.of(
                person.name().last(),
                person.snils().value(),
                person.contacts().phone(),
                String.valueOf(person.contacts().email()));
        for (Map<String, Object> column : columns()) {
            for (String trace : traces) {
                boolean there = jdbc.sql("select exists (select from %s where position(:trace in %s::text) > 0)"
                                .formatted(column.get("table_name"), quoted(column)))
                        .param("trace", trace)
                        .query(Boolean.class)
                        .single();
                if (there) {
                    found.add(column.get("table_name") + "." + column.get("column_name"));
                }
            }
        }
        return found;
    }

    /** Tables with a column that is the person's id, the outbox and the inbox of the platform left out. */
    private List<String> tablesWithId(Person person) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : columns()) {
            String type = String.valueOf(column.get("data_type"));
            if (type.equals("uuid") || type.equals("text")) {
                boolean there = jdbc.sql("select exists (select from %s where %s::text = :id)"
                                .formatted(column.get("table_name"), quoted(column)))
                        .param("id", person.id().toString())
                        .query(Boolean.class)
                        .single();
                String table = String.valueOf(column.get("table_name"));
                if (there && !found.contains(table)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static String quoted(Map<String, Object> column) {
        return "\"" + column.get("column_name") + "\"";
    }

    private List<Map<String, Object>> columns() {
        return jdbc.sql("""
                        select c.table_name, c.column_name, c.data_type
                          from information_schema.columns c
                          join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
                         where c.table_schema = 'public' and c.data_type in ('text', 'uuid', 'jsonb', 'ARRAY', 'bytea')
                           and c.table_name not in ('outbox', 'inbox', 'idempotency_key', 'flyway_schema_history')
                        """).query().listOfRows();
    }
}
