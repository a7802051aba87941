package okno.identity.assurance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RegistersProofIT extends ProofMethodContract {

    private static final String CHECK = "/internal/checks/person";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EndVerifications endVerifications;

    @Override
    Ial proves() {
        return Ial.STANDARD;
    }

    @Override
    Ial needs() {
        return Ial.SIMPLIFIED;
    }

    @Override
    String reasonForSomebodyElse() {
        return "snils_of_another";
    }

    /** The registers know {@code seen}, and say so of nobody else. */
    @Override
    JsonNode prove(Person claimant, Person seen) {
        REGISTRY.stubFor(post(urlEqualTo(CHECK))
                .willReturn(okJson("{\"reasons\": [\"snils_of_another\", \"passport_of_another\"]}")));
        REGISTRY.stubFor(post(urlEqualTo(CHECK))
                .withRequestBody(matchingJsonPath(
                        "$[?(@.snils == '" + seen.snils().value() + "' && @.passportNumber == '654321')]"))
                .willReturn(okJson("{\"reasons\": []}")));
        return registers(claimant);
    }

    @Test
    void each_thing_that_the_registers_know_otherwise_is_named_in_both_languages() {
        Person person = known(Ial.SIMPLIFIED);
        REGISTRY.stubFor(
                post(urlEqualTo(CHECK)).willReturn(okJson("{\"reasons\": [\"snils_unknown\", \"passport_void\"]}")));

        JsonNode refused = registers(person);

        assertThat(refused.path("code").asString()).isEqualTo("registers_disagree");
        assertThat(refused.path("errors").get(0).path("code").asString()).isEqualTo("snils_unknown");
        assertThat(refused.path("errors").get(1).path("pointer").asString()).isEqualTo("/passport");
        assertThat(refused.path("errors").get(1).path("message").asString()).contains("паспорт недействителен");
    }

    @Test
    void registers_that_are_down_prove_nothing_and_cost_no_try_but_guessing_ends_after_five() {
        Person person = known(Ial.SIMPLIFIED);
        REGISTRY.stubFor(post(urlEqualTo(CHECK)).willReturn(aResponse().withStatus(503)));
        assertThat(registers(person).path("code").asString()).isEqualTo("dependency_unavailable");
        REGISTRY.stubFor(post(urlEqualTo(CHECK)).willReturn(okJson("{\"reasons\": [\"passport_unknown\"]}")));
        for (int i = 0; i < 5; i++) {
            assertThat(registers(person).path("code").asString()).isEqualTo("registers_disagree");
        }
        REGISTRY.resetRequests();

        assertThat(registers(person).path("code").asString()).isEqualTo("verification_limit");
        REGISTRY.verify(0, postRequestedFor(urlEqualTo(CHECK)));
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.SIMPLIFIED);
    }

    @Test
    void what_the_registers_said_of_an_expired_passport_counts_no_more() {
        Person person = known(Ial.SIMPLIFIED);
        prove(person, person);
        jdbc.sql("update verification set valid_until = current_date - 2 where person_id = :id")
                .param("id", person.id().value())
                .update();

        endVerifications.endExpired();

        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.SIMPLIFIED);
    }

    @Test
    void without_a_passport_there_is_nothing_to_check() {
        Person person = known(Ial.SIMPLIFIED);

        JsonNode refused = json(handIn(person, "/api/v1/me/verifications", Map.of("method", "REGISTERS")));

        assertThat(refused.path("code").asString()).isEqualTo("passport_needed");
    }

    private JsonNode registers(Person claimant) {
        return json(handIn(
                claimant,
                "/api/v1/me/verifications",
                Map.of(
                        "method",
                        "REGISTERS",
                        "passport",
                        Map.of(
                                "series",
                                "4510",
                                "number",
                                "654321",
                                "issuedBy",
                                "ОВД",
                                "issueDate",
                                "2011-03-04",
                                "unitCode",
                                "770-001"))));
    }
}
