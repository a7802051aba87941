package okno.application.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class FeedbackIT extends ApplicationServiceCase {

    @Test
    void a_service_that_is_over_is_rated_once_and_the_agency_sees_how_it_is_rated() {
        String agency = "rated-" + UUID.randomUUID();
        UUID first = rate(agency, 5);
        rate(agency, 4);
        rate(agency, 4);

        Api.Answer rated = api(TestTokens.officer("somebody").agency(agency))
                .get("/agency/feedback")
                .expect(200);
        assertThat(rated.text("/items/0/serviceCode")).isEqualTo("residence-certificate");
        assertThat(rated.json().at("/items/0/count").asInt()).isEqualTo(3);
        assertThat(rated.json().at("/items/0/mean").asDouble()).isEqualTo(4.33);
        assertThat(rated.json().at("/items/0/byRating/4").asInt()).isEqualTo(2);
        assertThat(rated.json().at("/items/0/byRating/1").asInt()).isZero();
        await().untilAsserted(() -> assertThat(TestEvents.about(EVENTS, first).stream()
                        .filter(event -> event.type().equals("okno.application.feedback_given.v1")))
                .singleElement()
                .satisfies(event -> ContractCheck.event(
                        "application-feedback-given.v1", event.data().toString())));
    }

    @Test
    void nothing_is_rated_before_its_end_nor_outside_of_one_to_five() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        String feedback = "/applications/" + id + "/feedback";

        assertThat(citizen.post(feedback, Map.of("rating", 5)).expect(409).text("/code"))
                .isEqualTo("not_over");
        citizen.post(feedback, Map.of("rating", 6)).expect(400);
        citizen.post(feedback, Map.of("rating", 0)).expect(400);
        citizen.post(feedback, Map.of("text", "no rating")).expect(400);
    }

    private UUID rate(String agency, int rating) {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        jdbc.sql("update application set agency = :agency where id = :id")
                .param("agency", agency)
                .param("id", id)
                .update();
        citizen.post("/applications/" + id + "/withdrawal", Map.of()).expect(200);
        String feedback = "/applications/" + id + "/feedback";
        citizen.post(feedback, Map.of("rating", rating, "text", "Быстро", "shownToAgency", true))
                .expect(201);
        assertThat(citizen.post(feedback, Map.of("rating", 1)).expect(409).text("/code"))
                .isEqualTo("feedback_given");
        return id;
    }
}
