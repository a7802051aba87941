package okno.application.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AssignmentIT extends ApplicationServiceCase {

    private final String agency = "assign-" + UUID.randomUUID();

    @Test
    void work_goes_to_whoever_has_least_of_it_even_when_it_is_given_out_at_once() throws Exception {
        List.of("anna", "boris", "vera").forEach(officer -> save(officer, Map.of()));
        save("away", Map.of("available", false));
        save("elsewhere", Map.of("region", "50"));
        List<Callable<String>> assignments = IntStream.range(0, 9)
                .mapToObj(i -> anApplication("77"))
                .<Callable<String>>map(id -> () -> assign(machine(), id, Map.of("mode", "LEAST_LOADED"))
                        .expect(200)
                        .text("/assignee"))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var assignment : threads.invokeAll(assignments)) {
                assertThat(assignment.get()).isIn("anna", "boris", "vera");
            }
        }

        assertThat(jdbc.sql("""
                        select count(*) from application where agency = :agency group by assignee
                        """).param("agency", agency).query(Long.class).list())
                .containsExactly(3L, 3L, 3L);
    }

    @Test
    void work_goes_to_those_who_know_the_service_or_its_category() {
        save("jack", Map.of());
        save("expert", Map.of("skills", List.of("residence-certificate")));
        UUID id = anApplication(null);

        assertThat(assign(machine(), id, Map.of("mode", "BY_SKILL")).expect(200).text("/assignee"))
                .isEqualTo("expert");
        save("expert", Map.of("skills", List.of("licences")));
        assertThat(assign(machine(), anApplication(null), Map.of("mode", "BY_SKILL"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("no_officer_free");
    }

    @Test
    void only_who_has_it_hands_it_over() {
        UUID id = anApplication(null);
        List.of("yuri", "zoya").forEach(officer -> save(officer, Map.of()));
        Api xenia = officer("xenia");
        assign(xenia, id, Map.of()).expect(200);

        assertThat(assign(officer("yuri"), id, Map.of()).expect(409).text("/code"))
                .isEqualTo("assigned_to_other");
        assertThat(assign(xenia, id, Map.of("officerId", "yuri")).expect(200).text("/assignee"))
                .isEqualTo("yuri");
        assign(machine(), id, Map.of("officerId", "zoya")).expect(200);
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .filter(event ->
                                event.data().path("objectId").asString().equals(id.toString()))
                        .map(event -> event.data().path("action").asString()))
                .contains("application.assigned", "application.handed_over"));
    }

    @Test
    void nobody_is_given_work_who_is_not_an_officer_of_the_agency_the_unit_and_the_region() {
        UUID id = anApplication("77");
        jdbc.sql("update application set unit = 'north' where id = :id")
                .param("id", id)
                .update();
        save("south", Map.of("unit", "south"));
        save("moscow-region", Map.of("region", "50"));
        save("away", Map.of("available", false));
        save("north", Map.of("unit", "north", "region", "77"));
        api(TestTokens.client("hr").agency("other-" + agency))
                .send("PUT", "/agency/officers/stranger", "application/json", "{}")
                .expect(200);

        Map.of(
                        "nobody", "officer_unknown",
                        "stranger", "officer_unknown",
                        "hr", "officer_unknown",
                        "south", "officer_elsewhere",
                        "moscow-region", "officer_elsewhere",
                        "away", "officer_away")
                .forEach((officer, code) -> {
                    Api.Answer refused =
                            assign(machine(), id, Map.of("officerId", officer)).expect(422);
                    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/officerId");
                    assertThat(refused.text("/errors/0/code")).isEqualTo(code);
                });
        assertThat(assign(machine(), id, Map.of()).expect(422).text("/errors/0/code"))
                .isEqualTo("officer_unknown");
        assertThat(officer("x").get("/agency/applications/" + id).text("/assignee"))
                .isNull();
        assign(machine(), id, Map.of("officerId", "north")).expect(200);
    }

    @Test
    void an_application_lies_on_the_desk_of_the_idlest_officer_from_its_submission() {
        // Without a region the passport sends it to this unit.
        String unit = "mvd-central";
        jdbc.sql(
                        "insert into dictionary_entry (dictionary, code, ru, en) values ('agency', :agency, 'Орган', 'Agency')")
                .param("agency", agency)
                .update();
        String service = aServiceWith("{agency}", "\"" + agency + "\"");
        save("clara", Map.of("unit", unit));
        save("denis", Map.of("skills", List.of(service)));
        save("unskilled", Map.of("skills", List.of("another-service")));
        save("elsewhere", Map.of("unit", "elsewhere"));
        save("away", Map.of("available", false));

        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(i -> aSubmitted(aCitizen().api(), service))
                .toList();

        assertThat(ids)
                .extracting(id -> officer("x")
                        .get("/agency/applications/" + id)
                        .expect(200)
                        .text("/assignee"))
                .containsOnly("clara", "denis")
                .satisfies(
                        who -> assertThat(who.stream().filter("clara"::equals)).hasSize(2));
        await().untilAsserted(() -> {
            List<TestEvents.Received> told = TestEvents.about(EVENTS, ids.getFirst());
            assertThat(told)
                    .extracting(TestEvents.Received::type)
                    .containsExactly("okno.application.submitted.v1", "okno.application.assigned.v1");
            ContractCheck.event("application-assigned.v1", told.getLast().data().toString());
            assertThat(told.getLast().data().path("taken").asBoolean()).isFalse();
        });
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anyMatch(entry -> entry.data()
                                .path("objectId")
                                .asString()
                                .equals(ids.getFirst().toString())
                        && entry.data().path("action").asString().equals("application.assigned")));
    }

    @Test
    void the_agencys_system_keeps_its_officers_and_no_officer_does() {
        save("anna", Map.of("unit", "north", "skills", List.of("property")));

        assertThat(officer("anna").get("/agency/officers").expect(200).text("/items/0/skills/0"))
                .isEqualTo("property");
        officer("anna")
                .send("PUT", "/agency/officers/anna", "application/json", "{}")
                .expect(403);
        assertThat(api(TestTokens.client("other").agency("other-" + agency))
                        .get("/agency/officers")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_application_is_sent_to_the_unit_that_has_least_to_do() {
        String north = "north-" + UUID.randomUUID();
        String south = "south-" + UUID.randomUUID();
        String service = aServiceWith("{routing}", "[{\"units\": [\"%s\", \"%s\"]}]".formatted(north, south));

        jdbc.sql("""
                        insert into dictionary_entry (dictionary, code, ru, en)
                        values ('unit', :north, 'Север', 'North'), ('unit', :south, 'Юг', 'South')
                        """).param("north", north).param("south", south).update();

        List<String> units = IntStream.range(0, 4)
                .mapToObj(i -> aSubmitted(aCitizen().api(), service))
                .map(id -> mvd().get("/agency/applications/" + id).expect(200).text("/unit"))
                .toList();

        assertThat(units).containsExactly(north, south, north, south);
    }

    private UUID anApplication(String region) {
        UUID id = aSubmittedCertificate(aCitizen().api());
        jdbc.sql("update application set agency = :agency, region = :region where id = :id")
                .param("agency", agency)
                .param("region", region)
                .param("id", id)
                .update();
        return id;
    }

    private void save(String officer, Map<String, ?> fields) {
        String body = JsonMapper.builder().build().writeValueAsString(fields);
        machine()
                .send("PUT", "/agency/officers/" + officer, "application/json", body)
                .expect(200);
    }

    private Api machine() {
        return api(TestTokens.client("hr").agency(agency));
    }

    private Api officer(String id) {
        return api(TestTokens.officer(id).agency(agency));
    }

    private static Api.Answer assign(Api caller, UUID id, Map<String, ?> body) {
        return caller.post("/agency/applications/" + id + "/assignment", body);
    }
}
