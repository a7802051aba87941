package okno.registry.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.core.number.Ogrn;
import okno.platform.rights.KeptTerms;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class PersonRightsIT {

    private static final String OGRN = Ogrn.complete("102770000001").value();

    private static final String ANSWERS = "okno.registry.erasure.v1";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptTerms keptTerms;

    private RestTestClient http;

    @BeforeEach
    void client() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void gives_a_persons_extracts_with_their_files_to_identity_service_alone() {
        UUID person = UUID.randomUUID();
        String mine = TestTokens.person(person).bearer();
        String id = extract(person);

        String identity = TestTokens.service("identity-service").bearer();
        String copy = new String(get(identity, path(person), 200), UTF_8);
        assertThat(copy)
                .contains("\"section\":\"extracts\"", id, "\"file\":{\"id\":\"" + id)
                .endsWith("{\"lines\":2}\n");
        assertThat(new String(get(identity, path(person) + "/files/" + id, 200), UTF_8))
                .startsWith("%PDF");
        get(identity, path(UUID.randomUUID()) + "/files/" + id, 404);
        for (String other : new String[] {
            mine,
            TestTokens.admin().bearer(),
            TestTokens.service("application-service").bearer()
        }) {
            get(other, path(person), 403);
            get(other, path(person) + "/files/" + id, 403);
        }
    }

    @Test
    void an_order_lets_extracts_go_and_names_the_register_that_stays() {
        UUID person = UUID.randomUUID();
        String wished = extract(person);
        String answering = extract(person);
        // As if an application had asked for it, and another had entered a record.
        jdbc.sql("update extract set application_id = gen_random_uuid() where id = :id::uuid")
                .param("id", answering)
                .update();
        jdbc.sql("insert into extract_request (application_id, extract_id)"
                        + " select application_id, id from extract where id = :id::uuid")
                .param("id", answering)
                .update();
        String ofCompany = extract(person);
        jdbc.sql("update extract set owner_org = gen_random_uuid(), application_id = gen_random_uuid(),"
                        + " created_at = now() - interval '10 years' where id = :id::uuid")
                .param("id", ofCompany)
                .update();
        String ogrnip = jdbc.sql("select ogrnip from sole_trader where person_id is null limit 1")
                .query(String.class)
                .single();
        jdbc.sql("update sole_trader set person_id = :person where ogrnip = :ogrnip")
                .param("person", person.toString())
                .param("ogrnip", ogrnip)
                .update();

        UUID order = UUID.randomUUID();
        TestEvents.publish(
                "okno.identity.erasure.v1",
                "okno.erasure.ordered.v1",
                order,
                1,
                Map.of("erasureId", order, "personId", person, "occurredAt", "2026-11-26T09:32:00Z"));
        await().until(() -> !TestEvents.about(ANSWERS, order).isEmpty());
        JsonNode answer = TestEvents.about(ANSWERS, order).getFirst().data();
        ContractCheck.event("erasure-answered.v1", answer.toString().getBytes(UTF_8));
        assertThat(answer.path("erased").toString()).isEqualTo("[{\"what\":\"extract\",\"count\":1}]");
        assertThat(answer.path("kept").toString())
                .contains(
                        "{\"what\":\"register_record\",\"count\":1,\"law\":\"129-FZ",
                        "{\"what\":\"extract_of_application\",\"count\":1,\"law\":\"210-FZ");
        assertThat(ownersOf(person)).containsExactlyInAnyOrder(answering, ofCompany);
        assertThat(hasFile(wished)).isFalse();
        assertThat(hasFile(answering)).isTrue();
        assertThat(jdbc.sql("select count(*) from sole_trader where ogrnip = :ogrnip and person_id is null")
                        .param("ogrnip", ogrnip)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        // Whoever holds the paper may still ask whether it is genuine.
        http.get()
                .uri("/api/v1/extracts/verification/" + wished)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.genuine")
                .isEqualTo(true);

        issuedBefore(answering, "1820 days", person);
        assertThat(ownersOf(person)).containsExactlyInAnyOrder(answering, ofCompany);
        assertThat(applicationsOf(answering)).isEqualTo(2);
        issuedBefore(answering, "1830 days", person);
        assertThat(hasFile(answering)).isFalse();
        assertThat(applicationsOf(answering)).isZero();
        // What a company was given is the company's.
        assertThat(ownersOf(person)).containsExactly(ofCompany);
        assertThat(hasFile(ofCompany)).isTrue();
        assertThat(jdbc.sql("select count(*) from erased_person where person_id = :person")
                        .param("person", person.toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String extract(UUID person) {
        byte[] issued = http.post()
                .uri("/api/v1/extracts")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.person(person).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("register", "egrul", "key", OGRN, "kind", "SHORT", "format", "PDF"))
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(issued).path("id").asString();
    }

    private void issuedBefore(String extract, String time, UUID person) {
        jdbc.sql("update extract set created_at = now() - interval '" + time + "' where id = :id::uuid")
                .param("id", extract)
                .update();
        jdbc.sql("update erased_person set look_at = now() where person_id = :person")
                .param("person", person.toString())
                .update();
        keptTerms.removeDue();
    }

    private List<String> ownersOf(UUID person) {
        return jdbc.sql("select id::text from extract where owner_id = :person")
                .param("person", person.toString())
                .query(String.class)
                .list();
    }

    private boolean hasFile(String extract) {
        return jdbc.sql("select content <> '' from extract where id = :id::uuid")
                .param("id", extract)
                .query(Boolean.class)
                .single();
    }

    /** How often an application is written beside the extract: with it, and with the request for it. */
    private long applicationsOf(String extract) {
        return jdbc.sql("""
                        select (select count(*) from extract where id = :id::uuid and application_id is not null)
                             + (select count(*) from extract_request where extract_id = :id::uuid)
                        """).param("id", extract).query(Long.class).single();
    }

    private static String path(UUID person) {
        return "/internal/persons/" + person + "/export";
    }

    private byte[] get(String bearer, String path, int status) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(byte[].class)
                .getResponseBodyContent();
    }
}
