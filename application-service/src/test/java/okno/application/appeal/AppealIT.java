package okno.application.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class AppealIT extends ApplicationServiceCase {

    private static final Map<String, String> UNLAWFUL =
            Map.of("ground", "refusal_unlawful", "text", "Я зарегистрирована по этому адресу");

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
        assertThat(status(owner, id)).isEqualTo("REJECTED");
        UUID appeal = UUID.fromString(lodged.text("/id"));
        await().untilAsserted(() -> assertThat(TestEvents.about(EVENTS, appeal).stream()
                        .map(event ->
                                event.type() + ":" + event.data().path("status").asString()))
                .containsExactly("okno.appeal.registered.v1:REGISTERED", "okno.appeal.decided.v1:UPHELD"));
        owner.post("/applications/" + id + "/appeals", UNLAWFUL).expect(201);
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
        assertThat(other.text("/expectedCompletionDate"))
                .isEqualTo(LocalDate.parse(other.text("/registeredOn"))
                        .plusDays(30)
                        .toString());
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
        inReview(deciding(), id);
        deciding()
                .post(
                        "/agency/applications/" + id + "/decision",
                        Map.of("decision", "REJECTED", "reasonCode", "not_registered"))
                .expect(200);
        return id;
    }

    private Api deciding() {
        return api(TestTokens.officer(decider).agency("mvd"));
    }
}
