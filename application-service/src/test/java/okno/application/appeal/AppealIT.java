package okno.application.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.catalogue.TermQueries;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AppealIT extends ApplicationServiceCase {

    private static final Map<String, String> UNLAWFUL =
            Map.of("ground", "refusal_unlawful", "text", "Я зарегистрирована по этому адресу");

    @Autowired
    TermQueries terms;

    private final String decider = UUID.randomUUID().toString();

    @Test
    void a_refusal_is_complained_about_and_somebody_else_answers() {
        Api owner = aCitizen().api();
        UUID id = aRefusedCertificate(owner);

        Api.Answer lodged =
                owner.post("/applications/" + id + "/appeals", UNLAWFUL).expect(201);
        assertThat(lodged.text("/status")).isEqualTo("REGISTERED");
        assertThat(lodged.text("/number")).matches("APPEAL-\\d{4}-\\d{7}-\\d");
        // Fifteen working days are three weeks at least.
        assertThat(LocalDate.parse(lodged.text("/expectedCompletionDate")))
                .isAfterOrEqualTo(LocalDate.parse(lodged.text("/registeredOn")).plusDays(21));
        assertThat(owner.post("/applications/" + id + "/appeals", UNLAWFUL)
                        .expect(409)
                        .text("/code"))
                .isEqualTo("appeal_open");

        String decision = "/agency/appeals/" + lodged.text("/id") + "/decision";
        Map<String, String> upheld = Map.of("decision", "UPHELD", "answer", "Отказ отменён");
        assertThat(deciding().post(decision, upheld).expect(409).text("/code")).isEqualTo("appeal_of_own_decision");
        api(TestTokens.client("agency-mvd").agency("mvd"))
                .post(decision, upheld)
                .expect(403);
        api(TestTokens.officer("stranger").agency("fns")).post(decision, upheld).expect(404);
        Api judge = mvd();
        judge.post(decision, Map.of("decision", "REGISTERED", "answer", "?")).expect(422);
        assertThat(judge.post(decision, upheld).expect(200).text("/status")).isEqualTo("UPHELD");
        assertThat(judge.post(decision, upheld).expect(409).text("/code")).isEqualTo("appeal_decided");

        Api.Answer answered = owner.get("/applications/" + id + "/appeals").expect(200);
        assertThat(answered.text("/items/0/answer")).isEqualTo("Отказ отменён");
        assertThat(status(owner, id)).isEqualTo("IN_REVIEW");
        UUID appeal = UUID.fromString(lodged.text("/id"));
        await().untilAsserted(() -> assertThat(TestEvents.about(EVENTS, appeal).stream()
                        .map(event ->
                                event.type() + ":" + event.data().path("status").asString()))
                .containsExactly("okno.appeal.registered.v1:REGISTERED", "okno.appeal.decided.v1:UPHELD"));
        owner.post("/applications/" + id + "/appeals", UNLAWFUL).expect(409);
    }

    @Test
    void an_upheld_complaint_opens_a_refused_application_again_with_a_new_term() {
        Api owner = aCitizen().api();
        UUID id = aRefusedCertificate(owner);
        jdbc.sql("update application set expected_completion_date = current_date - 30 where id = :id")
                .param("id", id)
                .update();
        await().untilAsserted(() ->
                assertThat(owner.get("/results").text("/items/0/status")).isEqualTo("CURRENT"));

        answered(owner, id, UNLAWFUL, "UPHELD");

        Api.Answer reopened = owner.get("/applications/" + id).expect(200);
        assertThat(reopened.text("/status")).isEqualTo("IN_REVIEW");
        assertThat(reopened.json().path("result").isMissingNode()).isTrue();
        assertThat(LocalDate.parse(reopened.text("/expectedCompletionDate"))).isAfter(LocalDate.now());
        assertThat(owner.get("/applications/" + id + "/messages").text("/items/0/text"))
                .startsWith("Жалоба удовлетворена");
        assertThat(mvd().get("/agency/applications/" + id).text("/assignee")).isNull();
        assertThat(owner.get("/results").text("/items/0/status")).isEqualTo("REVOKED");
        assertThat(jdbc.sql("select count(*) from term_watch where application_id = :id and due_on is not null")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isOne();
        await().untilAsserted(
                        () -> assertThat(eventTypes(id)).endsWith("okno.application.status_changed.v1:IN_REVIEW"));
        // Nobody opens it but the portal, and it is decided like any other.
        mvd().post("/agency/applications/" + id + "/decision", Map.of("decision", "APPROVED"))
                .expect(200);
        mvd().upload("/agency/applications/" + id + "/results", Map.of(), "a.pdf", PDF)
                .expect(201);
        assertThat(status(owner, id)).isEqualTo("COMPLETED");
    }

    @Test
    void who_had_refused_does_not_decide_again_after_the_complaint() {
        Api owner = aCitizen().api();
        UUID id = aRefusedCertificate(owner);
        String desk = "/agency/applications/" + id;
        Map<String, String> approval = Map.of("decision", "APPROVED");
        answered(owner, id, UNLAWFUL, "UPHELD");

        assertThat(deciding().post(desk + "/decision", approval).expect(409).text("/code"))
                .isEqualTo("refusal_was_void");
        assertThat(deciding()
                        .post(desk + "/assignment", Map.of("mode", "MANUAL"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("refusal_was_void");
        Api handingOut = api(TestTokens.client("agency-mvd").agency("mvd"));
        assertThat(handingOut
                        .post(desk + "/assignment", Map.of("mode", "MANUAL", "officerId", decider))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/officerId");
        assertThat(deciding()
                        .post(
                                "/agency/applications/statuses",
                                Map.of("items", List.of(Map.of("id", id, "status", "APPROVED"))))
                        .body())
                .contains("refusal_was_void");
        assertThat(status(owner, id)).isEqualTo("IN_REVIEW");
        // Refused once more by another, both are out of it.
        Api second = mvd();
        Map<String, String> refusal = Map.of("decision", "REJECTED", "reasonCode", "not_registered");
        second.post(desk + "/decision", refusal).expect(200);
        answered(owner, id, UNLAWFUL, "UPHELD");
        for (Api out : List.of(second, deciding())) {
            out.post(desk + "/decision", approval).expect(409);
        }
        mvd().post(desk + "/decision", approval).expect(200);
    }

    @Test
    void neither_of_two_who_had_refused_gets_the_application_back_however_idle() {
        Api owner = aCitizen().api();
        String agency = "agency-" + UUID.randomUUID();
        UUID id = aSubmitted(owner, aServiceWith("{processing,fourEyes}", "[\"REJECTED\"]"));
        jdbc.sql("update application set agency = :agency where id = :id")
                .param("agency", agency)
                .param("id", id)
                .update();
        Api machine = api(TestTokens.client("hr").agency(agency));
        for (String officer : List.of("ada", "bertrand", "vladimir", "zeno")) {
            machine.send("PUT", "/agency/officers/" + officer, "application/json", "{}")
                    .expect(200);
        }
        Api ada = api(TestTokens.officer("ada").agency(agency));
        Api bertrand = api(TestTokens.officer("bertrand").agency(agency));
        Map<String, String> refusal = Map.of("decision", "REJECTED", "reasonCode", "not_registered");
        inReview(ada, id);
        ada.post("/agency/applications/" + id + "/decision", refusal).expect(202);
        bertrand.post("/agency/applications/" + id + "/decision", refusal).expect(200);
        String appeal = owner.post("/applications/" + id + "/appeals", UNLAWFUL)
                .expect(201)
                .text("/id");
        api(TestTokens.officer("zeno").agency(agency))
                .post("/agency/appeals/" + appeal + "/decision", Map.of("decision", "UPHELD", "answer", "Ответ"))
                .expect(200);
        String assignment = "/agency/applications/" + id + "/assignment";
        machine.send("PUT", "/agency/officers/zeno", "application/json", "{\"available\":false}")
                .expect(200);

        assertThat(machine.post(assignment, Map.of("mode", "LEAST_LOADED"))
                        .expect(200)
                        .text("/assignee"))
                .isEqualTo("vladimir");
        assertThat(machine.post(assignment, Map.of("mode", "LEAST_LOADED"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("no_officer_free");
    }

    @Test
    void a_complaint_that_is_denied_or_about_something_else_opens_nothing() {
        Api owner = aCitizen().api();
        UUID id = aRefusedCertificate(owner);

        answered(owner, id, UNLAWFUL, "DENIED");
        answered(owner, id, Map.of("ground", "other", "text", "Грубят"), "UPHELD");

        assertThat(status(owner, id)).isEqualTo("REJECTED");
        mvd().post("/agency/applications/" + id + "/status", Map.of("status", "IN_REVIEW"))
                .expect(409);
    }

    @Test
    void a_refusal_stands_while_its_owner_has_applied_anew_for_what_one_may_have_once() {
        Citizen owner = aCitizen();
        String service = aServiceWith("{oneActive}", "true");
        UUID refused = aSubmitted(owner.api(), service);
        refuse(refused);
        UUID anew = aSubmitted(owner.api(), service);

        answered(owner.api(), refused, UNLAWFUL, "UPHELD");

        assertThat(status(owner.api(), refused)).isEqualTo("REJECTED");
        assertThat(status(owner.api(), anew)).isEqualTo("SUBMITTED");
    }

    @Test
    void a_complaint_has_files_that_its_agency_reads() {
        Api owner = aCitizen().api();
        UUID id = aRefusedCertificate(owner);
        String appeals = "/applications/" + id + "/appeals";
        String appeal = owner.post(appeals, UNLAWFUL).expect(201).text("/id");
        String documents = appeals + "/" + appeal + "/documents";

        String file = owner.upload(documents, Map.of(), "договор.pdf", PDF)
                .expect(201)
                .text("/id");
        owner.upload(documents, Map.of(), "a.exe", "MZ".getBytes()).expect(415);

        assertThat(owner.get(appeals).text("/items/0/files/0/fileName")).isEqualTo("договор.pdf");
        assertThat(mvd().get("/agency/appeals?limit=100").body()).contains(file);
        assertThat(mvd().get("/agency/applications/" + id + "/attachments/" + file + "/content")
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(PDF);
        aCitizen().api().upload(documents, Map.of(), "a.pdf", PDF).expect(404);
        UUID other = aSubmittedCertificate(owner);
        owner.upload("/applications/" + other + "/appeals/" + appeal + "/documents", Map.of(), "a.pdf", PDF)
                .expect(404);
        for (int i = 1; i < 10; i++) {
            owner.upload(documents, Map.of(), "a.pdf", PDF).expect(201);
        }
        assertThat(owner.upload(documents, Map.of(), "a.pdf", PDF).expect(409).text("/code"))
                .isEqualTo("too_many_files");
        mvd().post("/agency/appeals/" + appeal + "/decision", Map.of("decision", "DENIED", "answer", "Нет"))
                .expect(200);
        assertThat(owner.upload(documents, Map.of(), "a.pdf", PDF).expect(409).text("/code"))
                .isEqualTo("appeal_decided");
    }

    @Test
    void a_complaint_is_taken_back_and_may_be_lodged_anew() {
        Api owner = aCitizen().api();
        UUID id = aRefusedCertificate(owner);
        String appeals = "/applications/" + id + "/appeals";
        String appeal = owner.post(appeals, UNLAWFUL).expect(201).text("/id");
        String withdrawal = appeals + "/" + appeal + "/withdrawal";
        aCitizen().api().post(withdrawal, Map.of()).expect(404);

        Api.Answer withdrawn = owner.post(withdrawal, Map.of()).expect(200);

        assertThat(withdrawn.text("/status")).isEqualTo("WITHDRAWN");
        assertThat(owner.post(withdrawal, Map.of()).expect(409).text("/code")).isEqualTo("appeal_withdrawn");
        assertThat(mvd().post("/agency/appeals/" + appeal + "/decision", Map.of("decision", "UPHELD", "answer", "Да"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("appeal_withdrawn");
        mvd().post("/agency/appeals/" + appeal + "/decision", Map.of("decision", "WITHDRAWN", "answer", "Да"))
                .expect(422);
        assertThat(mvd().get("/agency/appeals?limit=100").body()).doesNotContain(appeal);
        assertThat(status(owner, id)).isEqualTo("REJECTED");
        await().untilAsserted(() -> assertThat(TestEvents.about(EVENTS, UUID.fromString(appeal)))
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.appeal.registered.v1", "okno.appeal.withdrawn.v1"));
        owner.post(appeals, UNLAWFUL).expect(201);
    }

    private void answered(Api owner, UUID id, Map<String, String> complaint, String decision) {
        String appeal = owner.post("/applications/" + id + "/appeals", complaint)
                .expect(201)
                .text("/id");
        mvd().post("/agency/appeals/" + appeal + "/decision", Map.of("decision", decision, "answer", "Ответ"))
                .expect(200);
    }

    @Test
    void a_ground_must_fit_what_became_of_the_application() {
        Api owner = aCitizen().api();
        UUID id = aSubmittedCertificate(owner);
        String appeals = "/applications/" + id + "/appeals";

        assertThat(owner.post(appeals, UNLAWFUL).expect(409).text("/code")).isEqualTo("appeal_not_possible");
        owner.post(appeals, Map.of("ground", "service_late", "text", "Где?")).expect(409);
        assertThat(owner.post(appeals, Map.of("ground", "bad_mood", "text", "?"))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("ground_unknown");
        owner.post(appeals, Map.of("ground", "other", "text", " ")).expect(400);
        jdbc.sql("update application set expected_completion_date = current_date - 3 where id = :id")
                .param("id", id)
                .update();
        owner.post(appeals, Map.of("ground", "service_late", "text", "Где?")).expect(201);

        UUID draft = draft(owner, "residence-certificate");
        owner.post("/applications/" + draft + "/appeals", Map.of("ground", "other", "text", "?"))
                .expect(409);
    }

    @Test
    void terms_follow_the_ground() {
        Api owner = aCitizen().api();
        Api.Answer refusedPapers = owner.post(
                        "/applications/" + aSubmittedCertificate(owner) + "/appeals",
                        Map.of("ground", "acceptance_refused", "text", "Не взяли"))
                .expect(201);
        Api.Answer other = aboutAnything();

        assertThat(LocalDate.parse(refusedPapers.text("/expectedCompletionDate")))
                .isBetween(
                        LocalDate.parse(refusedPapers.text("/registeredOn")).plusDays(7),
                        LocalDate.parse(refusedPapers.text("/registeredOn")).plusDays(20));
        // Thirty days, and when that is a free day the working day before it.
        LocalDate thirtieth = LocalDate.parse(other.text("/registeredOn")).plusDays(30);
        LocalDate promised = LocalDate.parse(other.text("/expectedCompletionDate"));
        assertThat(promised).isBetween(thirtieth.minusDays(10), thirtieth);
        assertThat(terms.calendar().isWorking(promised)).isTrue();
        assertThat(promised.plusDays(1).datesUntil(thirtieth.plusDays(1)).filter(terms.calendar()::isWorking))
                .isEmpty();
        assertThat(mvd().get("/agency/appeals?limit=100").expect(200).body()).contains(other.text("/id"));
    }

    private Api.Answer aboutAnything() {
        Api owner = aCitizen().api();
        return owner.post(
                        "/applications/" + aSubmittedCertificate(owner) + "/appeals",
                        Map.of("ground", "other", "text", "Грубят"))
                .expect(201);
    }

    private UUID aRefusedCertificate(Api owner) {
        UUID id = aSubmittedCertificate(owner);
        refuse(id);
        return id;
    }

    private void refuse(UUID id) {
        inReview(deciding(), id);
        deciding()
                .post(
                        "/agency/applications/" + id + "/decision",
                        Map.of("decision", "REJECTED", "reasonCode", "not_registered"))
                .expect(200);
    }

    private Api deciding() {
        return api(TestTokens.officer(decider).agency("mvd"));
    }
}
