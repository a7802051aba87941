package okno.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.ApplicationNumber;
import org.junit.jupiter.api.Test;

/** The whole life of an application that an officer decides. */
class ResidenceCertificateIT extends ApplicationServiceCase {

    @Test
    void draft_is_prefilled_and_says_from_where() {
        Api citizen = aCitizen().api();

        Api.Answer draft = citizen.post("/applications", Map.of("serviceCode", "residence-certificate"));

        draft.expect(201);
        assertThat(draft.header("Location")).isEqualTo("/api/v1/applications/" + draft.text("/id"));
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        assertThat(draft.text("/form/lastName")).isEqualTo("Иванова");
        assertThat(draft.text("/prefilled/0/pointer")).isEqualTo("/lastName");
        assertThat(draft.text("/prefilled/0/source")).isEqualTo("identity.lastName");
        assertThat(draft.text("/statusTitle")).isEqualTo("Черновик");
        assertThat(draft.json().path("prefillMissing").isEmpty()).isTrue();
    }

    @Test
    void whole_life_from_draft_to_the_result() {
        Api citizen = aCitizen().api();
        Api officer = mvd();
        UUID id = draft(citizen, "residence-certificate");
        citizen.patch(id, 1, Map.of("period", Map.of("from", "2020-01-01"))).expect(200);

        Api.Answer submitted =
                citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);

        String number = submitted.text("/number");
        assertThat(number).matches("MVD-\\d{4}-\\d{7}-\\d");
        assertThat(ApplicationNumber.isPlausible(number)).isTrue();
        assertThat(submitted.text("/status")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("/expectedCompletionDate")).isNotNull();

        String desk = "/agency/applications/" + id;
        assertThat(officer.get(desk).expect(200).text("/form/address")).contains("Тверская");
        officer.post(desk + "/assignment", Map.of()).expect(200);
        officer.post(desk + "/status", Map.of("status", "RECEIVED")).expect(200);
        officer.post(desk + "/status", Map.of("status", "IN_REVIEW", "comment", "Проверяем"))
                .expect(200);
        officer.post(desk + "/information-requests", Map.of("text", "Уточните адрес"))
                .expect(200);
        assertThat(status(citizen, id)).isEqualTo("INFO_REQUESTED");

        citizen.upload("/applications/" + id + "/documents", Map.of("kind", "additional"), "договор.pdf", PDF)
                .expect(201);
        assertThat(status(citizen, id)).isEqualTo("IN_REVIEW");
        citizen.post("/applications/" + id + "/messages", Map.of("text", "Приложил договор"))
                .expect(201);

        officer.post(desk + "/decision", Map.of("decision", "APPROVED")).expect(200);
        Api.Answer result =
                officer.upload(desk + "/results", Map.of(), "справка.pdf", PDF).expect(201);

        Api.Answer completed = citizen.get("/applications/" + id).expect(200);
        assertThat(completed.text("/status")).isEqualTo("COMPLETED");
        assertThat(completed.text("/result/decision")).isEqualTo("APPROVED");
        assertThat(completed.text("/result/documents/0/id")).isEqualTo(result.text("/id"));
        Api.Answer content = citizen.get("/applications/" + id + "/results/" + result.text("/id") + "/content");
        assertThat(content.expect(200).response().body()).isEqualTo(PDF);
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");

        assertThat(citizen.get("/applications/" + id + "/history")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("version").asInt() + " "
                                + entry.path("status").asString()))
                .containsExactly(
                        "1 DRAFT",
                        "2 SUBMITTED",
                        "3 RECEIVED",
                        "4 IN_REVIEW",
                        "5 INFO_REQUESTED",
                        "6 IN_REVIEW",
                        "7 APPROVED",
                        "8 COMPLETED");
        assertThat(citizen.get("/applications/" + id + "/messages")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(message -> message.path("kind").asString()))
                .containsExactly("MESSAGE", "INFORMATION_REQUEST", "MESSAGE");
        await().untilAsserted(() -> assertThat(eventTypes(id))
                .containsExactly(
                        "okno.application.submitted.v1:SUBMITTED",
                        "okno.application.assigned.v1:-",
                        "okno.application.status_changed.v1:RECEIVED",
                        "okno.application.status_changed.v1:IN_REVIEW",
                        "okno.application.status_changed.v1:INFO_REQUESTED",
                        "okno.application.status_changed.v1:IN_REVIEW",
                        "okno.application.message_sent.v1:-",
                        "okno.application.status_changed.v1:APPROVED",
                        "okno.application.status_changed.v1:COMPLETED"));
    }
}
