package okno.application.registercheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checks that were put off stand before the decision for the applicant, and before no other. */
class OverruleChecksIT extends RegisterCheckCase {

    private static final String ANSWERED = "okno.application.register_check_answered.v1";
    private static final Map<String, Object> APPROVAL = Map.of("decision", "APPROVED");
    private static final Map<String, Object> IN_SPITE = inSpite("company_gone", "Выписка на бумаге: реорганизация");

    @Test
    void nobody_decides_for_the_applicant_before_the_register_has_answered() {
        publish("LATER");
        UUID good = submittedWhileAway(company);
        UUID refused = submittedWhileAway(closed);
        Api officer = agency();
        inReview(officer, good);
        inReview(officer, refused);

        Api.Answer told = officer.post(decision(good), APPROVAL).expect(409);
        assertThat(told.text("/code")).isEqualTo("register_checks_pending");
        assertThat(told.text("/detail")).contains("company_gone");
        assertThat(told.text("/checks/0")).isEqualTo("company_gone");
        assertThat(codes(told, "errors")).containsExactly("/form/company register_check_pending");
        assertThat(officer.post(decision(good), IN_SPITE).expect(409).text("/code"))
                .isEqualTo("register_checks_pending");
        Map<String, Object> approved = Map.of("status", "APPROVED");
        officer.post("/agency/applications/" + good + "/status", approved).expect(409);
        assertThat(inBulk(officer, good, Map.of())).isEqualTo("REFUSED register_checks_pending");
        assertThat(found(officer, "PENDING")).containsExactlyInAnyOrder(good, refused);
        assertThat(found(officer, "FAILED")).isEmpty();
        assertThat(counted(officer, "checksPending")).isEqualTo(2);

        officer.post(decision(refused), Map.of("decision", "REJECTED", "reasonCode", "too_near"))
                .expect(200);
        assertThat(found(officer, "PENDING")).containsExactly(good);
        company(company, "ACTIVE");
        company(closed, "ACTIVE");
        await().atMost(BACK)
                .untilAsserted(() -> officer.post(decision(good), APPROVAL).expect(200));
        assertThat(found(officer, "PENDING")).isEmpty();
        await().untilAsserted(() -> assertThat(answers(good)).containsExactly("company_gone PASSED"));
    }

    @Test
    void against_the_answer_of_a_register_one_decides_only_by_saying_so_and_why() {
        publish("LATER");
        UUID id = submittedWhileAway(closed);
        UUID inBulk = submittedWhileAway(company);
        Api officer = agency();
        inReview(officer, id);
        inReview(officer, inBulk);
        company(closed, "LIQUIDATED");
        company(company, "LIQUIDATED");
        await().atMost(BACK)
                .untilAsserted(() -> assertThat(found(officer, "FAILED")).contains(id, inBulk));
        assertThat(counted(officer, "checksFailed")).isEqualTo(2);
        await().untilAsserted(() -> assertThat(answers(id)).containsExactly("company_gone FAILED"));

        Api.Answer told = officer.post(decision(id), APPROVAL).expect(409);
        assertThat(told.text("/code")).isEqualTo("register_checks_failed");
        assertThat(told.text("/checks/0")).isEqualTo("company_gone");
        assertThat(codes(told, "errors")).containsExactly("/form/company company_gone");
        assertThat(codes(officer.post(decision(id), inSpite("other", "Так")).expect(422), "errors"))
                .containsExactly("/overruledChecks/0/code check_not_failed");
        assertThat(codes(
                        officer.post(decision(id), inSpite("company_gone", " ")).expect(400), "errors"))
                .containsExactly("/overruledChecks/0/reason required");
        Map<String, Object> refusal = new HashMap<>(IN_SPITE);
        refusal.putAll(Map.of("decision", "REJECTED", "reasonCode", "too_near"));
        assertThat(codes(officer.post(decision(id), refusal).expect(422), "errors"))
                .containsExactly("/overruledChecks overruling_not_applicable");

        Api.Answer decided = officer.post(decision(id), IN_SPITE).expect(200);
        assertThat(decided.text("/status")).isEqualTo("APPROVED");
        assertThat(decided.text("/registerChecks/0/overruled/0/reason")).startsWith("Выписка на бумаге");
        assertThat(decided.text("/registerChecks/0/overruled/0/by")).isNotEmpty();
        assertThat(inBulk(officer, inBulk, Map.of())).isEqualTo("REFUSED register_checks_failed");
        assertThat(inBulk(officer, inBulk, IN_SPITE)).isEqualTo("DONE ");
        await().untilAsserted(() -> assertThat(audited(id)).contains("application.register_check_overruled"));
    }

    @Test
    void the_history_says_in_spite_of_what_it_was_decided_and_keeps_the_reason_to_the_agency() {
        publish("LATER");
        away(closed);
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, closed);
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        Api officer = agency();
        inReview(officer, id);
        company(closed, "LIQUIDATED");
        await().atMost(BACK)
                .untilAsserted(() -> officer.post(decision(id), IN_SPITE).expect(200));

        Api.Answer history = citizen.get("/applications/" + id + "/history").expect(200);
        JsonNode last = history.json().path("items").valueStream().toList().getLast();
        assertThat(last.path("status").asString()).isEqualTo("APPROVED");
        assertThat(last.path("overruledChecks").toString()).isEqualTo("[\"company_gone\"]");
        assertThat(history.json().path("items").get(0).has("overruledChecks")).isFalse();
        assertThat(history.json().toString()).doesNotContain("Выписка");
        assertThat(jdbc.sql("select reason from check_overruling")
                        .query((row, i) -> new String(row.getBytes("reason"), UTF_8))
                        .list())
                .isNotEmpty()
                .noneMatch(reason -> reason.contains("реорганизация"));
    }

    @Test
    void each_of_two_officers_says_so() {
        Map<String, Object> passport = passport("LATER");
        map(passport.get("processing")).put("fourEyes", List.of("APPROVED"));
        publish(passport);
        UUID id = submittedWhileAway(closed);
        Api first = agency();
        inReview(first, id);
        assertThat(first.post(decision(id), APPROVAL).expect(409).text("/code")).isEqualTo("register_checks_pending");
        company(closed, "LIQUIDATED");
        await().atMost(BACK)
                .untilAsserted(() -> assertThat(found(first, "FAILED")).containsExactly(id));

        first.post(decision(id), APPROVAL).expect(409);
        assertThat(first.post(decision(id), IN_SPITE).expect(202).text("/status"))
                .isEqualTo("IN_REVIEW");
        Api second = agency();
        assertThat(second.post(decision(id), APPROVAL).expect(409).text("/code"))
                .isEqualTo("register_checks_failed");
        Api.Answer decided = second.post(decision(id), IN_SPITE).expect(200);
        assertThat(decided.json().at("/registerChecks/0/overruled")).hasSize(2);
    }

    private UUID submittedWhileAway(String ogrn) {
        away(ogrn);
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, ogrn);
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        return id;
    }

    private List<UUID> found(Api officer, String state) {
        return officer.get("/agency/applications?service=" + service + "&registerChecks=" + state)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("id").asString()))
                .toList();
    }

    private int counted(Api officer, String what) {
        return officer.get("/agency/applications/counts?service=" + service)
                .expect(200)
                .json()
                .path(what)
                .path("count")
                .asInt();
    }

    private static String inBulk(Api officer, UUID id, Map<String, Object> inSpite) {
        Map<String, Object> item = new HashMap<>(Map.of("id", id, "status", "APPROVED"));
        if (!inSpite.isEmpty()) {
            item.put("overruledChecks", inSpite.get("overruledChecks"));
        }
        Api.Answer answer = officer.post("/agency/applications/statuses", Map.of("items", List.of(item)))
                .expect(200);
        return answer.text("/items/0/outcome") + " "
                + answer.json().at("/items/0/code").asString("");
    }

    private static List<String> answers(UUID id) {
        return TestEvents.about(EVENTS, id).stream()
                .filter(event -> event.type().equals(ANSWERED))
                .map(event -> event.data().path("check").asString() + " "
                        + event.data().path("state").asString())
                .toList();
    }

    private static List<String> audited(UUID id) {
        return TestEvents.all("okno.platform.audit.v1").stream()
                .filter(event -> event.data().path("objectId").asString().equals(id.toString()))
                .map(event -> event.data().path("action").asString())
                .toList();
    }

    private static String decision(UUID id) {
        return "/agency/applications/" + id + "/decision";
    }

    private static Map<String, Object> inSpite(String code, String reason) {
        return Map.of("decision", "APPROVED", "overruledChecks", List.of(Map.of("code", code, "reason", reason)));
    }
}
