package okno.application.processing;

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

class AgencyIT extends ApplicationServiceCase {

    @Test
    void a_step_out_of_turn_is_refused_with_those_that_are_possible() {
        String desk = "/agency/applications/" + aSubmittedCertificate(aCitizen().api());
        Api officer = mvd();

        Api.Answer refused =
                officer.post(desk + "/decision", Map.of("decision", "APPROVED")).expect(409);

        assertThat(refused.text("/code")).isEqualTo("transition_not_allowed");
        assertThat(refused.json().path("allowed").valueStream().map(step -> step.asString()))
                .containsExactly("RECEIVE");
        officer.post(desk + "/status", Map.of("status", "COMPLETED")).expect(409);
        officer.post(desk + "/status", Map.of("status", "DRAFT")).expect(409);
        officer.post(desk + "/information-requests", Map.of("text", "?")).expect(409);
        officer.upload(desk + "/results", Map.of(), "a.pdf", PDF).expect(409);
    }

    @Test
    void a_refusal_names_a_ground_that_the_passport_knows() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        inReview(officer, id);
        String decision = "/agency/applications/" + id + "/decision";

        String statuses = "/agency/applications/" + id + "/status";
        refusedReason(officer.post(decision, Map.of("decision", "REJECTED")), "required");
        refusedReason(
                officer.post(decision, Map.of("decision", "REJECTED", "reasonCode", "bad_mood")), "reason_unknown");
        refusedReason(officer.post(statuses, Map.of("status", "REJECTED", "reasonCode", "bad_mood")), "reason_unknown");
        refusedReason(
                officer.post(decision, Map.of("decision", "APPROVED", "reasonCode", "not_registered")),
                "reason_not_applicable");
        refusedReason(
                officer.post(
                        statuses, Map.of("status", "INFO_REQUESTED", "comment", "?", "reasonCode", "not_registered")),
                "reason_not_applicable");
        assertThat(status(citizen, id)).isEqualTo("IN_REVIEW");
        officer.post(decision, Map.of("decision", "REJECTED", "reasonCode", "not_registered", "comment", "Нет записи"))
                .expect(200);

        Api.Answer rejected = citizen.get("/applications/" + id, "Accept-Language", "en");
        assertThat(rejected.text("/status")).isEqualTo("REJECTED");
        assertThat(rejected.text("/statusTitle")).isEqualTo("Service refused");
        assertThat(rejected.text("/result/reasonCode")).isEqualTo("not_registered");
        assertThat(rejected.text("/result/reason")).contains("not registered");
        assertThat(rejected.text("/result/comment")).isEqualTo("Нет записи");
        assertThat(rejected.json().path("allowedActions").isEmpty()).isTrue();
        assertThat(citizen.get("/applications/" + id).text("/result/reason"))
                .isEqualTo("Заявитель не зарегистрирован по указанному адресу");
        assertThat(citizen.get("/applications/" + id + "/history", "Accept-Language", "en")
                        .text("/items/4/reason"))
                .isEqualTo("The applicant is not registered at this address");
        assertThat(citizen.get("/applications/" + id + "/history").text("/items/4/reason"))
                .startsWith("Заявитель");
    }

    private static void refusedReason(Api.Answer refused, String code) {
        assertThat(refused.expect(422).text("/errors/0/pointer")).isEqualTo("/reasonCode");
        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void a_result_put_in_before_the_decision_is_delivered_with_it() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        inReview(officer, id);
        String desk = "/agency/applications/" + id;
        officer.upload(desk + "/results", Map.of(), "a.txt", "text".getBytes()).expect(415);
        officer.upload(desk + "/results", Map.of(), "a.pdf", PDF).expect(201);

        assertThat(officer.post(desk + "/decision", Map.of("decision", "APPROVED"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void the_applicant_reads_of_the_agency_and_writes_to_it() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        inReview(officer, id);
        officer.post("/agency/applications/" + id + "/status", Map.of("status", "INFO_REQUESTED", "comment", "Адрес?"))
                .expect(200);
        assertThat(citizen.get("/applications/" + id)
                        .json()
                        .path("allowedActions")
                        .valueStream()
                        .map(action -> action.asString()))
                .containsExactly("ANSWER", "WITHDRAW", "MESSAGE");

        citizen.post("/applications/" + id + "/messages", Map.of("text", "Тверская, 1"))
                .expect(201);

        assertThat(status(citizen, id)).isEqualTo("IN_REVIEW");
        assertThat(citizen.get("/applications/" + id + "/messages")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(message -> message.path("from").asString() + " "
                                + message.path("kind").asString()))
                .containsExactly("AGENCY INFORMATION_REQUEST", "APPLICANT ANSWER");
        citizen.post("/applications/" + id + "/messages", Map.of("text", " ")).expect(400);
    }

    @Test
    void both_sides_read_what_either_writes_and_a_comment_moves_nothing() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        inReview(officer, id);
        String path = "/applications/" + id;
        String desk = "/agency" + path;
        officer.post(desk + "/information-requests", Map.of("text", "Адрес?")).expect(200);

        Api.Answer comment = citizen.post(path + "/comments", Map.of("text", "Буду в отъезде"));
        officer.post(desk + "/messages", Map.of("text", "Хорошо")).expect(201);
        citizen.post(path + "/messages", Map.of("text", "Тверская, 1")).expect(201);

        assertThat(comment.expect(201).text("/kind")).isEqualTo("COMMENT");
        List<String> said = List.of(
                "AGENCY INFORMATION_REQUEST Адрес?",
                "APPLICANT COMMENT Буду в отъезде",
                "AGENCY MESSAGE Хорошо",
                "APPLICANT ANSWER Тверская, 1");
        assertThat(messages(citizen, path)).isEqualTo(said);
        assertThat(messages(officer, desk)).isEqualTo(said);
        Api.Answer first = officer.get(desk + "/messages?limit=3").expect(200);
        assertThat(officer.get(desk + "/messages?after=" + first.text("/next")).text("/items/0/kind"))
                .isEqualTo("ANSWER");
        assertThat(status(citizen, id)).isEqualTo("IN_REVIEW");
        await().untilAsserted(() -> assertThat(TestEvents.about(EVENTS, id).stream()
                        .filter(event -> event.type().equals("okno.application.message_sent.v1"))
                        .map(event -> event.data().path("sentBy").asString() + " "
                                + event.data().path("kind").asString()))
                .containsExactly("APPLICANT COMMENT", "AGENCY MESSAGE", "APPLICANT ANSWER"));
        officer.post(desk + "/decision", Map.of("decision", "REJECTED", "reasonCode", "not_registered"))
                .expect(200);
        citizen.post(path + "/messages", Map.of("text", "Нет")).expect(409);
        citizen.post(path + "/comments", Map.of("text", "Я зарегистрирован")).expect(201);
        citizen.post(path + "/comments", Map.of("text", " ")).expect(400);
        UUID draft = draft(citizen, "residence-certificate");
        citizen.post("/applications/" + draft + "/comments", Map.of("text", "x"))
                .expect(409);
        aCitizen().api().post(path + "/comments", Map.of("text", "x")).expect(404);
        fns().get(desk + "/messages").expect(404);
    }

    @Test
    void documents_are_added_after_submission_while_the_agency_works_on_it() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        String documents = "/applications/" + id + "/documents";
        citizen.upload(documents, Map.of(), "a.pdf", PDF).expect(409);
        inReview(officer, id);

        String sent = citizen.upload(documents, Map.of("kind", "lease"), "a.pdf", PDF)
                .expect(201)
                .text("/id");

        Api.Answer file = officer.get("/agency/applications/" + id + "/attachments/" + sent + "/content");
        assertThat(file.expect(200).response().body()).isEqualTo(PDF);
        assertThat(officer.get("/agency/applications/" + id).text("/attachments/0/kind"))
                .isEqualTo("lease");
        officer.post("/agency/applications/" + id + "/decision", Map.of("decision", "APPROVED"))
                .expect(200);
        citizen.upload(documents, Map.of(), "a.pdf", PDF).expect(409);
    }

    private static List<String> messages(Api reader, String path) {
        return reader.get(path + "/messages")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(message -> message.path("from").asString() + " "
                        + message.path("kind").asString() + " "
                        + message.path("text").asString())
                .toList();
    }

    @Test
    void the_queue_shows_what_is_unassigned_until_somebody_takes_it() {
        String agency = "desk-" + UUID.randomUUID();
        UUID id = aSubmittedCertificate(aCitizen().api());
        jdbc.sql("update application set agency = :agency where id = :id")
                .param("agency", agency)
                .param("id", id)
                .update();
        String sub = UUID.randomUUID().toString();
        Api officer = api(TestTokens.officer(sub).agency(agency));
        assertThat(queue(officer, "?unassigned=true&limit=100")).contains(id.toString());

        assertThat(officer.post("/agency/applications/" + id + "/assignment", Map.of())
                        .expect(200)
                        .text("/assignee"))
                .isEqualTo(sub);

        assertThat(queue(officer, "?unassigned=true&limit=100")).doesNotContain(id.toString());
        assertThat(queue(officer, "?status=SUBMITTED&assignee=" + sub)).contains(id.toString());
        api(TestTokens.officer(sub)).get("/agency/applications").expect(403);
    }

    @Test
    void a_withdrawn_application_stays_on_the_desk_and_cannot_be_moved() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);

        citizen.post("/applications/" + id + "/withdrawal", Map.of()).expect(200);
        citizen.post("/applications/" + id + "/withdrawal", Map.of()).expect(409);

        assertThat(mvd().get("/agency/applications/" + id).expect(200).text("/status"))
                .isEqualTo("WITHDRAWN");
        mvd().post("/agency/applications/" + id + "/status", Map.of("status", "RECEIVED"))
                .expect(409);
    }

    @Test
    void a_receipt_says_what_was_submitted() {
        Api citizen = aCitizen().api();
        citizen.get("/applications/" + draft(citizen, "residence-certificate") + "/receipt")
                .expect(404);
        UUID id = aSubmittedCertificate(citizen);

        Api.Answer receipt = citizen.get("/applications/" + id + "/receipt").expect(200);

        assertThat(receipt.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(receipt.body()).startsWith("%PDF-");
    }

    private static String queue(Api officer, String query) {
        return officer.get("/agency/applications" + query).expect(200).body();
    }
}
