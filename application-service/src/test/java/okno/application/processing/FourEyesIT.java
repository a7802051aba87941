package okno.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FourEyesIT extends ApplicationServiceCase {

    private static final Map<String, String> REFUSAL = Map.of("decision", "REJECTED", "reasonCode", "not_registered");

    private UUID id;
    private Api citizen;

    @BeforeEach
    void anApplicationThatTwoMustRefuse() {
        citizen = aCitizen().api();
        id = aSubmitted(citizen, aServiceWith("{processing,fourEyes}", "[\"REJECTED\"]"));
        inReview(mvd(), id);
    }

    @Test
    void the_second_officer_is_never_the_first() {
        Api first = mvd();
        Api.Answer proposed = first.post(decision(), REFUSAL).expect(202);
        assertThat(proposed.text("/status")).isEqualTo("IN_REVIEW");
        assertThat(proposed.text("/proposal/decision")).isEqualTo("REJECTED");
        assertThat(citizen.get("/applications/" + id).json().has("proposal")).isFalse();

        assertThat(first.post(decision(), REFUSAL).expect(409).text("/code")).isEqualTo("second_officer_needed");
        assertThat(mvd().post(decision(), REFUSAL).expect(200).text("/status")).isEqualTo("REJECTED");
        assertThat(citizen.get("/applications/" + id).text("/result/reasonCode"))
                .isEqualTo("not_registered");
    }

    @Test
    void a_decision_that_needs_one_officer_is_made_by_one_whatever_was_proposed() {
        mvd().post(decision(), Map.of("decision", "REJECTED", "reasonCode", "not_registered", "comment", "Нет записи"))
                .expect(202);

        assertThat(mvd().post(decision(), Map.of("decision", "APPROVED"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("APPROVED");
        assertThat(citizen.get("/applications/" + id)
                        .json()
                        .at("/result/comment")
                        .isMissingNode())
                .as("the words of the other proposal are not those of the decision")
                .isTrue();
    }

    @Test
    void neither_of_the_two_answers_the_complaint() {
        Api first = mvd();
        Api second = mvd();
        first.post(decision(), REFUSAL).expect(202);
        second.post(decision(), REFUSAL).expect(200);
        String appeal = citizen.post(
                        "/applications/" + id + "/appeals", Map.of("ground", "refusal_unlawful", "text", "Нет"))
                .expect(201)
                .text("/id");
        Map<String, String> answer = Map.of("decision", "DENIED", "answer", "Всё верно");

        first.post("/agency/appeals/" + appeal + "/decision", answer).expect(409);
        second.post("/agency/appeals/" + appeal + "/decision", answer).expect(409);
        mvd().post("/agency/appeals/" + appeal + "/decision", answer).expect(200);
    }

    @Test
    void a_machine_is_no_pair_of_eyes() {
        Api machine = api(TestTokens.client("agency-mvd").agency("mvd"));

        assertThat(machine.post(decision(), REFUSAL).expect(403).text("/code")).isEqualTo("officer_needed");
        mvd().post(decision(), REFUSAL).expect(202);
        machine.post(
                        "/agency/applications/" + id + "/status",
                        Map.of("status", "REJECTED", "reasonCode", "not_registered"))
                .expect(403);
    }

    @Test
    void a_question_to_the_applicant_takes_the_proposal_back() {
        mvd().post(decision(), REFUSAL).expect(202);
        mvd().post("/agency/applications/" + id + "/information-requests", Map.of("text", "Адрес?"))
                .expect(200);
        citizen.post("/applications/" + id + "/messages", Map.of("text", "Тверская"))
                .expect(201);

        mvd().post(decision(), REFUSAL).expect(202);
        assertThat(status(citizen, id)).isEqualTo("IN_REVIEW");
    }

    private String decision() {
        return "/agency/applications/" + id + "/decision";
    }
}
