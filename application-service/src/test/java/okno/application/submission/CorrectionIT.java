package okno.application.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import org.junit.jupiter.api.Test;

class CorrectionIT extends ApplicationServiceCase {

    @Test
    void an_application_sent_back_is_corrected_and_goes_on_under_its_number() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        String path = "/applications/" + id;
        String number = citizen.get(path).text("/number");
        Api officer = mvd();
        inReview(officer, id);
        officer.post("/agency" + path + "/corrections", Map.of("text", " ")).expect(400);

        officer.post("/agency" + path + "/corrections", Map.of("text", "Адрес неполон"))
                .expect(200);

        Api.Answer sentBack = citizen.get(path).expect(200);
        assertThat(sentBack.text("/status")).isEqualTo("CORRECTION_REQUIRED");
        assertThat(sentBack.text("/statusTitle")).isEqualTo("Заявление требует исправления");
        assertThat(sentBack.json().path("allowedActions").valueStream().map(action -> action.asString()))
                .containsExactly("EDIT", "ATTACH", "CORRECT", "WITHDRAW", "MESSAGE");
        assertThat(LocalDate.parse(sentBack.text("/answerBy"))).isAfter(LocalDate.now());
        assertThat(citizen.get(path + "/messages").text("/items/0/kind")).isEqualTo("CORRECTION_REQUEST");
        officer.post("/agency" + path + "/decision", Map.of("decision", "APPROVED"))
                .expect(409);

        long version = sentBack.json().path("version").asLong();
        Api.Answer broken = citizen.patch(id, version, Map.of("address", "")).expect(200);
        citizen.post(path + "/submission", Map.of()).expect(422);
        citizen.patch(
                        id,
                        broken.json().path("version").asLong(),
                        Map.of("address", "г. Москва, ул. Тверская, д. 1, кв. 5"))
                .expect(200);
        Api.Answer corrected = citizen.post(path + "/submission", Map.of()).expect(200);

        assertThat(corrected.text("/status")).isEqualTo("IN_REVIEW");
        assertThat(corrected.text("/number")).isEqualTo(number);
        assertThat(corrected.text("/answerBy")).isNull();
        assertThat(officer.get("/agency" + path).text("/form/address")).endsWith("кв. 5");
        assertThat(citizen.get(path + "/document").body()).contains("кв. 5");
        assertThat(jdbc.sql("select count(*) from earlier_document where application_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        citizen.post(path + "/submission", Map.of()).expect(409);
        citizen.patch(id, corrected.json().path("version").asLong(), Map.of("address", "x"))
                .expect(409);
    }

    @Test
    void the_last_day_moves_by_the_days_that_the_applicant_took_and_the_file_says_so() {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        String path = "/applications/" + id;
        LocalDate promised = LocalDate.parse(citizen.get(path).text("/expectedCompletionDate"));
        Api officer = mvd();
        inReview(officer, id);
        officer.post("/agency" + path + "/status", Map.of("status", "CORRECTION_REQUIRED", "comment", "Адрес?"))
                .expect(200);
        // As if it had been asked two weeks ago, with three weeks to go.
        jdbc.sql(
                        "update application set paused_on = paused_on - 14, expected_completion_date = :promised where id = :id")
                .param("promised", promised)
                .param("id", id)
                .update();

        citizen.post(path + "/submission", Map.of()).expect(200);

        assertThat(LocalDate.parse(citizen.get(path).text("/expectedCompletionDate")))
                .isAfter(promised);
        assertThat(citizen.get(path + "/messages").text("/items/1/text")).contains("новый последний день");
    }

    @Test
    void what_was_signed_must_be_signed_again_after_a_correction() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);
        String path = "/applications/" + id;
        jdbc.sql("""
                        update application
                           set status = 'CORRECTION_REQUIRED', number = 'FNS-TEST-' || id, submitted_at = now(),
                               expected_completion_date = current_date + 7, paused_on = current_date, duty_paid_at = now()
                         where id = :id
                        """).param("id", id).update();

        assertThat(citizen.api()
                        .post(path + "/submission", Map.of())
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("signature_missing");
        citizen.api()
                .post(path + "/submission", Map.of("signatureId", signed(citizen, id)))
                .expect(200);

        assertThat(status(citizen.api(), id)).isEqualTo("IN_REVIEW");
    }
}
