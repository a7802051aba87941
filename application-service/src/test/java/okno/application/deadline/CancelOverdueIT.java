package okno.application.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CancelOverdueIT extends ApplicationServiceCase {

    @Autowired
    CancelOverdue cancelOverdue;

    @Test
    void a_request_that_nobody_answers_ends_the_application_once() throws Exception {
        Api citizen = aCitizen().api();
        UUID id = aSubmittedCertificate(citizen);
        Api officer = mvd();
        inReview(officer, id);
        officer.post("/agency/applications/" + id + "/information-requests", Map.of("text", "Адрес?"))
                .expect(200);
        assertThat(citizen.get("/applications/" + id).text("/answerBy")).isNotNull();
        setAnswerBy(id, 1);

        // Replicas that look at the same moment.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> look = () -> {
                cancelOverdue.look();
                return null;
            };
            for (Future<Void> done :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> look).toList())) {
                done.get();
            }
        }

        await().untilAsserted(() -> assertThat(status(citizen, id)).isEqualTo("CANCELLED"));
        Api.Answer cancelled = citizen.get("/applications/" + id, "Accept-Language", "en");
        assertThat(cancelled.text("/statusTitle")).isEqualTo("Cancelled");
        assertThat(cancelled.text("/cancellation/reasonCode")).isEqualTo("not_answered");
        assertThat(cancelled.text("/cancellation/reason")).contains("in time");
        assertThat(cancelled.json().path("allowedActions").isEmpty()).isTrue();
        assertThat(jdbc.sql("""
                        select count(*) from application_history
                         where application_id = :id and status = 'CANCELLED' and reason_code = 'not_answered' and actor = 'SYSTEM'
                        """).param("id", id).query(Long.class).single()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(eventTypes(id))
                .endsWith("okno.application.status_changed.v1:CANCELLED")
                .doesNotHaveDuplicates()
                .hasSize(5));
        citizen.post("/applications/" + id + "/messages", Map.of("text", "Тверская"))
                .expect(409);
    }

    @Test
    void a_duty_that_is_not_paid_ends_the_application_and_one_paid_too_late_is_due_back() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);
        assertThat(citizen.api().get("/applications/" + id).text("/answerBy")).isNotNull();
        setAnswerBy(id, 1);
        cancelOverdue.look();
        assertThat(status(citizen.api(), id)).as("the bank has a day more").isEqualTo("AWAITING_PAYMENT");
        setAnswerBy(id, 2);

        await().untilAsserted(() -> assertThat(status(citizen.api(), id)).isEqualTo("CANCELLED"));
        TestEvents.publish(
                "okno.payment.charge.v1",
                "okno.charge.paid.v1",
                UUID.randomUUID(),
                2,
                charge(id, citizen.id(), "18810115240101123452"));

        await().untilAsserted(() -> assertThat(refunds(id)).containsExactly("PAID_TOO_LATE"));
        assertThat(status(citizen.api(), id)).isEqualTo("CANCELLED");
        assertThat(citizen.api().get("/applications/" + id + "/messages").text("/items/0/text"))
                .contains("333.40");
    }

    @Test
    void a_paid_duty_is_due_back_only_until_the_agency_takes_the_case_in_hand() {
        Citizen early = aCitizen();
        UUID first = aPaidRegistration(early);
        early.api().post("/applications/" + first + "/withdrawal", Map.of()).expect(200);
        Citizen late = aCitizen();
        UUID second = aPaidRegistration(late);
        inReview(fns(), second);
        late.api().post("/applications/" + second + "/withdrawal", Map.of()).expect(200);

        await().untilAsserted(() -> assertThat(refunds(first)).containsExactly("WITHDRAWN"));
        await().untilAsserted(() -> assertThat(eventTypes(second)).anyMatch(type -> type.endsWith(":WITHDRAWN")));
        assertThat(refunds(second)).isEmpty();
    }

    private UUID aPaidRegistration(Citizen citizen) {
        UUID id = aRegistrationAwaitingPayment(citizen);
        TestEvents.publish(
                "okno.payment.charge.v1",
                "okno.charge.paid.v1",
                UUID.randomUUID(),
                2,
                charge(id, citizen.id(), "18810115240101123452"));
        await().untilAsserted(() -> assertThat(status(citizen.api(), id)).isEqualTo("SUBMITTED"));
        return id;
    }

    private void setAnswerBy(UUID id, int daysAgo) {
        jdbc.sql("update application set answer_by = (now() at time zone 'Europe/Moscow')::date - :days where id = :id")
                .param("days", daysAgo)
                .param("id", id)
                .update();
    }

    private static List<String> refunds(UUID id) {
        return TestEvents.about(EVENTS, id).stream()
                .filter(event -> event.type().equals("okno.application.refund_due.v1"))
                .map(event -> event.data().path("ground").asString())
                .toList();
    }
}
