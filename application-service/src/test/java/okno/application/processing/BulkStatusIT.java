package okno.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class BulkStatusIT extends ApplicationServiceCase {

    @Test
    void each_item_has_its_own_outcome_and_the_same_call_again_changes_nothing() {
        UUID first = aSubmittedCertificate(aCitizen().api());
        UUID reviewed = aSubmittedCertificate(aCitizen().api());
        inReview(mvd(), reviewed);
        Citizen foreign = aCitizen();
        UUID foreigners = aRegistrationAwaitingPayment(foreign);
        List<Map<String, Object>> items = List.of(
                Map.of("id", first, "status", "RECEIVED"),
                Map.of("id", reviewed, "status", "REJECTED"),
                Map.of("id", reviewed, "status", "RECEIVED"),
                Map.of("id", foreigners, "status", "RECEIVED"),
                Map.of("id", reviewed, "status", "REJECTED", "reasonCode", "not_registered"));
        Api machine = api(TestTokens.client("agency-mvd").agency("mvd"));

        Api.Answer done = machine.post("/agency/applications/statuses", Map.of("items", items))
                .expect(200);

        assertThat(outcomes(done))
                .containsExactly(
                        "DONE RECEIVED",
                        "REFUSED required",
                        "REFUSED transition_not_allowed",
                        "REFUSED not_found",
                        "DONE REJECTED");
        assertThat(done.text("/items/1/pointer")).isEqualTo("/reasonCode");
        assertThat(done.text("/items/2/message")).isNotBlank();
        assertThat(outcomes(machine.post("/agency/applications/statuses", Map.of("items", items))))
                .containsExactly(
                        "UNCHANGED RECEIVED",
                        "UNCHANGED REJECTED",
                        "REFUSED transition_not_allowed",
                        "REFUSED not_found",
                        "UNCHANGED REJECTED");
        assertThat(jdbc.sql("select count(*) from application_history where application_id = :id")
                        .param("id", first)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_thousand_are_taken_and_no_more() {
        Map<String, Object> item = Map.of("id", UUID.randomUUID(), "status", "RECEIVED");

        assertThat(outcomes(
                        mvd().post("/agency/applications/statuses", Map.of("items", Collections.nCopies(1000, item)))
                                .expect(200)))
                .hasSize(1000)
                .containsOnly("REFUSED not_found");
        mvd().post("/agency/applications/statuses", Map.of("items", Collections.nCopies(1001, item)))
                .expect(400);
        mvd().post("/agency/applications/statuses", Map.of("items", List.of())).expect(400);
    }

    @Test
    void a_thousand_applications_are_moved_in_one_call() {
        String agency = "bulk-" + UUID.randomUUID();
        List<UUID> ids = jdbc.sql("""
                        insert into application (id, version, service_code, service_version, agency, exclusive, person_id,
                                                 status, created_at, updated_at, number, submitted_at,
                                                 expected_completion_date)
                        select uuidv7(), 2, code, version, :agency, false, 'p' || n, 'SUBMITTED', now(), now(),
                               upper(:agency) || n, now(), current_date + 5
                          from service_passport, generate_series(1, 1000) n
                         where code = 'residence-certificate'
                               and version = (select max(version) from service_passport where code = 'residence-certificate')
                        returning id
                        """).param("agency", agency).query(UUID.class).list();
        List<Map<String, Object>> items = ids.stream()
                .map(id -> Map.<String, Object>of("id", id, "status", "RECEIVED"))
                .toList();
        Api machine = api(TestTokens.client("bulk").agency(agency));
        long begun = System.nanoTime();

        Api.Answer done = machine.post("/agency/applications/statuses", Map.of("items", items))
                .expect(200);

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(outcomes(done)).hasSize(1000).containsOnly("DONE RECEIVED");
        assertThat(jdbc.sql("select count(*) from application_history where application_id in (:ids)")
                        .param("ids", ids)
                        .query(Long.class)
                        .single())
                .isEqualTo(1000);
        // Far below what a machine client waits; what it takes is printed for whoever measures.
        assertThat(took).as("a bulk of 1,000").isLessThan(Duration.ofSeconds(30));
        if (Boolean.getBoolean("plans.show")) {
            System.out.println("A bulk of 1,000 took " + took.toMillis() + " ms");
        }
    }

    @Test
    void a_machine_that_repeats_itself_under_one_key_moves_an_application_once() {
        UUID id = aSubmittedCertificate(aCitizen().api());
        Api machine = api(TestTokens.client("agency-mvd").agency("mvd"));
        String key = UUID.randomUUID().toString();

        List<Api.Answer> answers = List.of(received(machine, id, key), received(machine, id, key));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.getLast().header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(received(machine, id, UUID.randomUUID().toString())
                        .expect(409)
                        .text("/code"))
                .isEqualTo("transition_not_allowed");
    }

    private static Api.Answer received(Api machine, UUID id, String key) {
        return machine.post(
                "/agency/applications/" + id + "/status", Map.of("status", "RECEIVED"), "Idempotency-Key", key);
    }

    private static List<String> outcomes(Api.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString() + " "
                        + item.path("status").asString(item.path("code").asString("")))
                .toList();
    }
}
