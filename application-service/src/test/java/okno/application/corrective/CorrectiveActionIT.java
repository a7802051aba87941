package okno.application.corrective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.catalogue.TermQueries;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CorrectiveActionIT extends ApplicationServiceCase {

    private static final String DESK = "/agency/corrective-actions";

    private final String agency = "corrects-" + UUID.randomUUID();

    @Autowired
    EscalateCorrectiveActions escalate;

    @Autowired
    TermQueries terms;

    @Test
    void a_bad_rating_opens_a_corrective_action_that_does_not_say_who_gave_it() {
        api(TestTokens.client("hr").agency(agency))
                .send("PUT", "/agency/officers/chief", "application/json", "{\"leads\": true}")
                .expect(200);
        UUID application = rate(2, "Грубили", null);

        JsonNode action = theOnly();
        assertThat(action.path("kind").asString()).isEqualTo("RATING");
        assertThat(action.path("rating").asInt()).isEqualTo(2);
        assertThat(action.path("serviceCode").asString()).isEqualTo("residence-certificate");
        assertThat(action.path("dueOn").asString())
                .isEqualTo(terms.calendar().plusWorkingDays(terms.today(), 10).toString());
        String number = applicationNumber(application);
        String one = anna().get(path(action)).expect(200).body();
        assertThat(one).doesNotContain(application.toString(), number, "Грубили", "said");

        TestEvents.Received opened = told(action, "opened");
        ContractCheck.event("corrective-action-opened.v1", opened.data().toString());
        assertThat(opened.data().path("leads").get(0).asString()).isEqualTo("chief");
        assertThat(opened.data().toString()).doesNotContain(application.toString(), number);
        // The event of the rating would have named the application.
        assertThat(types(application)).doesNotContain("okno.application.feedback_given.v1");
    }

    @Test
    void who_agrees_is_read_with_their_words_and_the_journal_tells_them() {
        UUID application = rate(1, "Потеряли справку", true);

        JsonNode action = theOnly();
        assertThat(action.has("said")).isFalse();
        Api.Answer one = anna().get(path(action)).expect(200);
        assertThat(one.text("/said/text")).isEqualTo("Потеряли справку");
        assertThat(one.text("/said/applicationId")).isEqualTo(application.toString());
        assertThat(one.text("/said/applicationNumber")).isEqualTo(applicationNumber(application));
        await().untilAsserted(() -> {
            assertThat(TestEvents.all("okno.platform.audit.v1"))
                    .anyMatch(entry -> entry.data().path("action").asString().equals("feedback.read")
                            && entry.data().path("objectId").asString().equals(application.toString())
                            && !entry.data().path("personId").asString("").isEmpty());
            assertThat(types(application)).contains("okno.application.feedback_given.v1");
        });
    }

    @Test
    void a_fair_rating_opens_nothing() {
        rate(3, "Так себе", true);

        assertThat(items("")).isEmpty();
    }

    @Test
    void a_bad_mean_of_the_last_ratings_opens_one_action_until_it_is_closed() {
        ratedBefore(18, "now()");
        ratedBefore(50, "now() - interval '31 days'");
        rate(3, null, null);
        assertThat(items("")).isEmpty();

        rate(3, null, null);
        rate(3, null, null);

        JsonNode action = theOnly();
        assertThat(action.path("kind").asString()).isEqualTo("MEAN");
        assertThat(action.path("mean").asDouble()).isEqualTo(3.0);
        assertThat(action.path("ratings").asInt()).isEqualTo(20);
        close(action, anna());
        // What was rated before the agency put it right counts no more.
        rate(3, null, null);
        assertThat(items("")).isEmpty();
    }

    @Test
    void an_action_is_taken_commented_and_closed_with_its_cause_by_who_has_it() {
        rate(1, null, null);
        JsonNode action = theOnly();
        String path = path(action);
        Api boris = officer("boris");
        assertThat(boris.post(path + "/closure", closure("other")).expect(409).text("/code"))
                .isEqualTo("not_in_your_hands");

        assertThat(anna().post(path + "/assignment", Map.of()).expect(200).text("/assignee"))
                .isEqualTo("anna");
        assertThat(boris.post(path + "/assignment", Map.of()).expect(409).text("/code"))
                .isEqualTo("assigned_to_other");
        boris.post(path + "/comments", Map.of("text", "Разбирались с Ивановой")).expect(201);
        assertThat(anna().get(path + "/comments").expect(200).text("/items/0/text"))
                .isEqualTo("Разбирались с Ивановой");
        Api.Answer unknown = anna().post(path + "/closure", closure("weather")).expect(422);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/cause");
        assertThat(unknown.text("/errors/0/code")).isEqualTo("cause_unknown");
        anna().post(path + "/closure", Map.of("cause", "other", "measures", " "))
                .expect(400);

        Api.Answer closed = anna().post(path + "/closure", closure("explanation_unclear"), "Accept-Language", "en")
                .expect(200);

        assertThat(closed.text("/causeTitle")).isEqualTo("An explanation or a refusal was unclear");
        assertThat(closed.text("/measures")).isEqualTo("Памятка переписана");
        ContractCheck.event(
                "corrective-action-closed.v1", told(action, "closed").data().toString());
        assertThat(anna().post(path + "/comments", Map.of("text", "ещё"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("corrective_action_closed");
        assertThat(stored(action, "measures")).doesNotContain("Памятка");
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .filter(entry -> entry.data()
                                .path("objectId")
                                .asString()
                                .equals(action.path("id").asString()))
                        .peek(entry -> assertThat(entry.data().path("personId").asString(""))
                                .isEmpty())
                        .map(entry -> entry.data().path("action").asString()))
                .contains(
                        "corrective_action.opened",
                        "corrective_action.taken",
                        "corrective_action.commented",
                        "corrective_action.closed"));
    }

    @Test
    void the_list_is_filtered_and_read_a_page_at_a_time() {
        for (int i = 0; i < 3; i++) {
            rate(1, null, null);
        }
        List<JsonNode> all = items("");
        assertThat(all).hasSize(3);
        Api.Answer first = anna().get(DESK + "?limit=2").expect(200);
        assertThat(anna().get(DESK + "?limit=2&after=" + first.text("/next"))
                        .expect(200)
                        .json()
                        .path("items"))
                .singleElement()
                .isEqualTo(all.getLast());
        anna().get(DESK + "?after=nonsense").expect(400);
        anna().post(path(all.getFirst()) + "/assignment", Map.of()).expect(200);
        close(all.getLast(), anna());
        jdbc.sql("update corrective_action set due_on = current_date - 3 where id = :id")
                .param("id", UUID.fromString(all.get(1).path("id").asString()))
                .update();

        Map<String, JsonNode> one = new HashMap<>();
        one.put("?status=TAKEN", all.getFirst());
        one.put("?assignee=anna", all.getFirst());
        one.put("?unassigned=true", all.get(1));
        one.put("?overdue=true", all.get(1));
        one.put("?status=CLOSED&cause=other", all.getLast());
        one.forEach((filter, found) -> assertThat(items(filter))
                .as(filter)
                .singleElement()
                .satisfies(node -> assertThat(node.path("id")).isEqualTo(found.path("id"))));
        assertThat(items("?status=CLOSED&cause=law")).isEmpty();
        assertThat(items("?service=another")).isEmpty();
        assertThat(anna().get(DESK + "/causes").expect(200).body()).contains("Нарушен срок");
    }

    @Test
    void another_agency_and_another_region_find_nothing_and_a_machine_only_gives_back_and_closes() {
        rate(1, null, true);
        JsonNode action = theOnly();
        jdbc.sql("update corrective_action set region = '77' where agency = :agency")
                .param("agency", agency)
                .update();
        String path = path(action);
        for (Api stranger : List.of(
                api(TestTokens.officer("stranger").agency("mvd")),
                api(TestTokens.officer("stranger").agency(agency).region("50")))) {
            assertThat(stranger.get(DESK).expect(200).body())
                    .doesNotContain(action.path("id").asString());
            stranger.get(path).expect(404);
            stranger.get(path + "/comments").expect(404);
            stranger.post(path + "/comments", Map.of("text", "x")).expect(404);
            stranger.post(path + "/assignment", Map.of()).expect(404);
            stranger.delete(path + "/assignment").expect(404);
            stranger.post(path + "/closure", closure("other")).expect(404);
        }
        Api machine = api(TestTokens.client("desk").agency(agency));
        api(TestTokens.officer("anna").agency(agency).region("77"))
                .post(path + "/assignment", Map.of())
                .expect(200);
        machine.post(path + "/assignment", Map.of()).expect(403);
        assertThat(machine.delete(path + "/assignment").expect(200).text("/status"))
                .isEqualTo("OPEN");
        assertThat(machine.post(path + "/closure", closure("other")).expect(200).text("/status"))
                .isEqualTo("CLOSED");
    }

    @Test
    void the_agency_hears_once_that_the_time_runs_out() {
        rate(1, null, null);
        JsonNode action = theOnly();
        LocalDate today = terms.today();
        jdbc.sql("update corrective_action set due_on = :due, look_on = :today where agency = :agency")
                .param("due", today.minusDays(1))
                .param("today", today)
                .param("agency", agency)
                .update();

        escalate.look();
        escalate.look();

        TestEvents.Received escalated = told(action, "escalated");
        ContractCheck.event("corrective-action-escalated.v1", escalated.data().toString());
        assertThat(escalated.data().path("level").asString()).isEqualTo("PAST");
        // The version that the event took is the action's, so that what comes next is told as later.
        assertThat(jdbc.sql("select version from corrective_action where agency = :agency")
                        .param("agency", agency)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        anna().post(path(action) + "/assignment", Map.of()).expect(200);
    }

    /** A service that is over is rated; which application. */
    private UUID rate(int rating, String text, Boolean shown) {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        jdbc.sql("update application set agency = :agency where id = :id")
                .param("agency", agency)
                .param("id", id)
                .update();
        citizen.post("/applications/" + id + "/withdrawal", Map.of()).expect(200);
        Map<String, Object> body = new HashMap<>();
        body.put("rating", rating);
        body.put("text", text);
        body.put("shownToAgency", shown);
        citizen.post("/applications/" + id + "/feedback", body).expect(201);
        return id;
    }

    private void ratedBefore(int times, String at) {
        jdbc.sql("""
                        with rated as (
                            insert into application (id, version, service_code, service_version, agency, exclusive,
                                                     person_id, status, created_at, updated_at)
                            select uuidv7(), 1, code, version, :agency, false, 'p', 'WITHDRAWN', now(), now()
                              from service_passport, generate_series(1, :times)
                             where code = 'residence-certificate'
                               and version = (select max(version) from service_passport where code = 'residence-certificate')
                            returning id)
                        insert into feedback (application_id, agency, service_code, rating, created_at)
                        select id, :agency, 'residence-certificate', 3, %s from rated
                        """.formatted(at))
                .param("agency", agency)
                .param("times", times)
                .update();
    }

    private JsonNode theOnly() {
        List<JsonNode> items = items("");
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private List<JsonNode> items(String filter) {
        return anna().get(DESK + filter)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private void close(JsonNode action, Api officer) {
        officer.post(path(action) + "/assignment", Map.of()).expect(200);
        officer.post(path(action) + "/closure", closure("other")).expect(200);
    }

    private static Map<String, String> closure(String cause) {
        return Map.of("cause", cause, "measures", "Памятка переписана");
    }

    private static String path(JsonNode action) {
        return DESK + "/" + action.path("id").asString();
    }

    private String stored(JsonNode action, String column) {
        return jdbc.sql("select encode(%s, 'escape') from corrective_action where id = :id".formatted(column))
                .param("id", UUID.fromString(action.path("id").asString()))
                .query(String.class)
                .single();
    }

    private String applicationNumber(UUID id) {
        return jdbc.sql("select number from application where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static List<String> types(UUID about) {
        return TestEvents.about(EVENTS, about).stream()
                .map(TestEvents.Received::type)
                .toList();
    }

    private static TestEvents.Received told(JsonNode action, String what) {
        UUID id = UUID.fromString(action.path("id").asString());
        String type = "okno.corrective_action." + what + ".v1";
        await().until(() -> types(id).contains(type));
        return TestEvents.about(EVENTS, id).stream()
                .filter(event -> event.type().equals(type))
                .reduce((one, another) -> {
                    throw new AssertionError(type + " was told twice");
                })
                .orElseThrow();
    }

    private Api anna() {
        return officer("anna");
    }

    private Api officer(String id) {
        return api(TestTokens.officer(id).agency(agency));
    }
}
