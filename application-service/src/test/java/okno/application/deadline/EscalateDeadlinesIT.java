package okno.application.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class EscalateDeadlinesIT extends ApplicationServiceCase {

    @Autowired
    EscalateDeadlines escalateDeadlines;

    @Autowired
    MakeUpWatches makeUpWatches;

    @Test
    void an_agency_hears_once_that_three_quarters_of_its_term_are_gone_and_once_that_it_has_passed() {
        UUID id = aSubmittedCertificate(aCitizen().api());
        endsIn(id, 0);
        await().untilAsserted(() -> assertThat(escalations(id)).containsExactly("THREE_QUARTERS"));

        endsIn(id, -1);
        escalateDeadlines.look();
        escalateDeadlines.look();

        await().untilAsserted(() -> assertThat(escalations(id)).containsExactly("THREE_QUARTERS", "PAST"));
        assertThat(watched(id)).isEqualTo("PAST none");
    }

    @Test
    void who_leads_the_unit_is_told_of_what_nobody_works_on() {
        String agency = "led-" + UUID.randomUUID();
        UUID free = aSubmittedCertificate(aCitizen().api());
        UUID taken = aSubmittedCertificate(aCitizen().api());
        jdbc.sql("""
                        update application set agency = :agency, unit = 'north', region = '77' where id in (:ids)
                        """).param("agency", agency).param("ids", List.of(free, taken)).update();
        Api machine = api(TestTokens.client("hr").agency(agency));
        Map.of(
                        "chief", "{\"leads\": true}",
                        "head-north",
                                "{\"leads\": true, \"unit\": \"north\", \"region\": \"77\", \"available\": false}",
                        "head-south", "{\"leads\": true, \"unit\": \"south\"}",
                        "head-elsewhere", "{\"leads\": true, \"unit\": \"north\", \"region\": \"50\"}",
                        "officer", "{\"unit\": \"north\"}")
                .forEach((id, body) -> machine.send("PUT", "/agency/officers/" + id, "application/json", body)
                        .expect(200));
        assertThat(machine.get("/agency/officers")
                        .expect(200)
                        .json()
                        .at("/items/0/leads")
                        .asBoolean())
                .isTrue();
        machine.post("/agency/applications/" + taken + "/assignment", Map.of("officerId", "officer"))
                .expect(200);

        endsIn(free, -1);
        endsIn(taken, -1);

        await().untilAsserted(() -> {
            assertThat(leadsTold(free)).containsExactly("chief", "head-north");
            assertThat(leadsTold(taken)).isEmpty();
        });
    }

    /** Not a list of nobody while nothing was told yet. */
    private static List<String> leadsTold(UUID id) {
        return TestEvents.about(EVENTS, id).stream()
                .filter(event -> event.type().equals("okno.application.deadline_escalated.v1"))
                .findFirst()
                .map(event -> event.data()
                        .path("leads")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .orElse(List.of("not told yet"));
    }

    @Test
    void nothing_is_told_while_the_applicant_is_waited_for_nor_after_the_end() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        inReview(officer, id);
        officer.post("/agency/applications/" + id + "/information-requests", Map.of("text", "Адрес?"))
                .expect(200);
        assertThat(watched(id)).isEqualTo("nothing none");

        citizen.post("/applications/" + id + "/messages", Map.of("text", "Тверская"))
                .expect(201);
        assertThat(watched(id)).matches("nothing \\d{4}-.*");

        citizen.post("/applications/" + id + "/withdrawal", Map.of()).expect(200);
        assertThat(watched(id)).isEqualTo("none");
    }

    @Test
    void applications_of_before_there_were_watches_are_watched_after_the_next_start() {
        Api citizen = aCitizen().api();
        UUID earlier = draft(citizen, "residence-certificate");
        UUID running = aSubmittedCertificate(citizen);
        UUID standing = aSubmittedCertificate(citizen);
        inReview(mvd(), standing);
        mvd().post("/agency/applications/" + standing + "/information-requests", Map.of("text", "Адрес?"))
                .expect(200);
        UUID over = aSubmittedCertificate(citizen);
        citizen.post("/applications/" + over + "/withdrawal", Map.of()).expect(200);
        UUID draft = draft(citizen, "residence-certificate");
        String before = watched(running);
        jdbc.sql("delete from term_watch where application_id in (:running, :standing)")
                .param("running", running)
                .param("standing", standing)
                .update();

        makeUpWatches.makeUpAfter(earlier);

        assertThat(watched(running)).isEqualTo(before);
        assertThat(watched(standing)).isEqualTo("nothing none");
        assertThat(watched(over)).isEqualTo("none");
        assertThat(watched(draft)).isEqualTo("none");
        endsIn(running, -1);
        await().untilAsserted(() -> assertThat(escalations(running)).containsExactly("PAST"));
        makeUpWatches.makeUpAfter(earlier);
        assertThat(watched(running)).isEqualTo("PAST none");
    }

    /** The last day is today, or that many days from it. */
    private void endsIn(UUID id, int days) {
        jdbc.sql("""
                        with changed as (
                            update application
                               set expected_completion_date = (now() at time zone 'Europe/Moscow')::date + :days
                             where id = :id)
                        update term_watch
                           set due_on = (now() at time zone 'Europe/Moscow')::date
                         where application_id = :id
                        """).param("days", days).param("id", id).update();
    }

    private String watched(UUID id) {
        return jdbc.sql("""
                        select coalesce(told, 'nothing') || ' ' || coalesce(due_on::text, 'none')
                          from term_watch
                         where application_id = :id
                        """).param("id", id).query(String.class).optional().orElse("none");
    }

    private static List<String> escalations(UUID id) {
        return TestEvents.about(EVENTS, id).stream()
                .filter(event -> event.type().equals("okno.application.deadline_escalated.v1"))
                .map(event -> event.data().path("level").asString())
                .toList();
    }
}
