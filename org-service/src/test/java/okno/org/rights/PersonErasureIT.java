package okno.org.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import okno.org.OrgIT;
import okno.platform.rights.KeptTerms;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PersonErasureIT extends OrgIT {

    private static final String ANSWERS = "okno.org.erasure.v1";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptTerms keptTerms;

    @Test
    void an_order_ends_the_right_to_act_erases_what_was_refused_and_keeps_who_spoke_for_a_company() {
        UUID person = UUID.randomUUID();
        String ogrn = newOgrn();
        String strange = newOgrn();
        UUID linked = linked(person, ogrn, HEAD_INN, "LINKED");
        linked(person, strange, INN, "REJECTED");

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
        assertThat(answer.path("erased").toString())
                .contains("{\"what\":\"refused_link\",\"count\":1}", "{\"what\":\"right_to_act\",\"count\":1}");
        assertThat(answer.path("kept").toString())
                .contains("{\"what\":\"past_right_to_act\",\"count\":1,\"law\":\"Civil Code art. 53, 196\"");
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.org.acting.v1", linked))
                .anyMatch(event -> event.type().equals("okno.acting_right.withdrawn.v1")));

        // The company is free for who heads it now.
        linked(UUID.randomUUID(), ogrn, HEAD_INN, "LINKED");

        endedBefore(person, "1090 days");
        assertThat(rows(person)).isEqualTo(1);
        endedBefore(person, "1100 days");
        assertThat(rows(person)).isZero();
    }

    private UUID linked(UUID person, String ogrn, String headInn, String status) {
        identityHas(person.toString(), HEAD_INN);
        registryHas(ogrn, headInn, "ACTIVE");
        String bearer = TestTokens.person(person).bearer();
        UUID id = UUID.fromString(json(link(bearer, ogrn)).path("id").asString());
        await().untilAsserted(() -> assertThat(json(call("GET", "/api/v1/orgs/" + id, null, "Authorization", bearer))
                        .path("status")
                        .asString())
                .isEqualTo(status));
        return id;
    }

    private void endedBefore(UUID person, String time) {
        jdbc.sql("update organisation set changed_at = now() - interval '" + time + "' where person_id = :person")
                .param("person", person.toString())
                .update();
        jdbc.sql("update erased_person set look_at = now() where person_id = :person")
                .param("person", person.toString())
                .update();
        keptTerms.removeDue();
    }

    private long rows(UUID person) {
        return jdbc.sql("select count(*) from organisation where person_id = :person")
                .param("person", person.toString())
                .query(Long.class)
                .single();
    }
}
