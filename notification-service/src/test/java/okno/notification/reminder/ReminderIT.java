package okno.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okno.notification.NotificationServiceSetup;
import okno.notification.notice.NotifyPerson;
import okno.notification.reminder.persistence.Reminders;
import okno.platform.core.Ids;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Dates lie in 2090, so that only the clocks of the tests reach them. */
class ReminderIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CHARGES = "okno.payment.charge.v1";

    @Autowired
    private Reminders reminders;

    @Autowired
    private NotifyPerson notifyPerson;

    @Autowired
    private TransactionTemplate transaction;

    /** What an instance of the service does when its clock shows this time. */
    private void look(String time) {
        var instance = new RemindPeople(reminders, notifyPerson, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> instance.handle());
    }

    private List<String> told(String person) {
        return jdbc.sql("select template from notification where person_id = :id order by position")
                .param("id", person)
                .query(String.class)
                .list();
    }

    private List<String> planned(String subject) {
        return jdbc.sql("select due_on || ' -' || days_before || ' ' || state from reminder where subject = :subject "
                        + "order by due_on, days_before desc")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private UUID aCharge(String person, String due) {
        UUID charge = Ids.next();
        charge(charge, person, due, 1);
        await().atMost(SOON).until(() -> planned(charge.toString()).size() == 2);
        // Two consumers read the event, neither waits for the other.
        await().atMost(SOON).until(() -> told(person).contains("charge.created/v1"));
        return charge;
    }

    private void charge(UUID charge, String person, String due, int sequence) {
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("charge-created.v1"));
        data.put("chargeId", charge.toString()).put("personId", person).put("dueDate", due);
        TestEvents.publish(CHARGES, "okno.charge.created.v1", charge, sequence, JSON.writeValueAsBytes(data));
    }

    private static byte[] of(String contract, String person, String name, String value) {
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example(contract));
        return JSON.writeValueAsBytes(data.put("personId", person).put(name, value));
    }

    @Test
    void each_reminder_of_a_payment_is_told_once_whatever_the_clock_does() {
        String person = aPerson("ru");
        aCharge(person, "2090-03-20");

        look("2090-03-17T06:59:59Z");
        assertThat(told(person)).containsExactly("charge.created/v1");
        look("2090-03-17T07:00:00Z");
        look("2090-03-17T07:00:00Z");
        // The clock was wrong and is set back, and reaches the hour again.
        look("2090-03-16T07:00:00Z");
        look("2090-03-17T07:00:01Z");
        assertThat(told(person)).containsExactly("charge.created/v1", "reminder.charge/v1");
        look("2090-03-19T07:00:00Z");
        look("2090-03-20T07:00:00Z");

        assertThat(told(person)).containsExactly("charge.created/v1", "reminder.charge/v1", "reminder.charge/v1");
        await().atMost(SOON).until(() -> smsTo(person).size() == 3);
    }

    @Test
    void many_instances_that_look_at_once_tell_once() throws Exception {
        List<String> persons =
                IntStream.range(0, 20).mapToObj(i -> aPerson("ru")).toList();
        persons.forEach(person -> aCharge(person, "2091-03-20"));

        try (var instances = Executors.newFixedThreadPool(6)) {
            List<Callable<Object>> looks = IntStream.range(0, 6)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        look("2091-03-17T08:00:00Z");
                        return i;
                    })
                    .toList();
            for (var look : instances.invokeAll(looks)) {
                look.get();
            }
        }

        assertThat(persons).allSatisfy(person -> assertThat(told(person))
                .containsExactly("charge.created/v1", "reminder.charge/v1"));
    }

    @Test
    void a_reminder_that_could_not_be_told_is_told_by_the_next_look() {
        String person = aPerson("ru");
        aCharge(person, "2092-03-20");

        transaction.executeWithoutResult(status -> {
            new RemindPeople(
                            reminders, notifyPerson, Clock.fixed(Instant.parse("2092-03-17T08:00:00Z"), ZoneOffset.UTC))
                    .handle();
            // The instance dies before its commit.
            status.setRollbackOnly();
        });
        assertThat(told(person)).containsExactly("charge.created/v1");

        look("2092-03-17T08:00:05Z");
        assertThat(told(person)).containsExactly("charge.created/v1", "reminder.charge/v1");
    }

    @Test
    void what_is_paid_is_not_reminded_of() {
        String person = aPerson("ru");
        UUID charge = aCharge(person, "2093-03-20");
        TestEvents.publish(
                CHARGES, "okno.charge.paid.v1", charge, 2, of("charge-paid.v1", person, "chargeId", charge.toString()));
        await().atMost(SOON).untilAsserted(() -> assertThat(planned(charge.toString()))
                .containsExactly("2093-03-20 -3 CANCELLED", "2093-03-20 -1 CANCELLED"));

        look("2093-03-20T08:00:00Z");

        assertThat(told(person)).doesNotContain("reminder.charge/v1");
    }

    @Test
    void another_date_replaces_the_first() {
        String person = aPerson("ru");
        UUID charge = aCharge(person, "2094-03-20");
        look("2094-03-17T08:00:00Z");
        charge(charge, person, "2094-05-20", 2);

        await().atMost(SOON).untilAsserted(() -> assertThat(planned(charge.toString()))
                .containsExactly(
                        "2094-03-20 -3 DONE",
                        "2094-03-20 -1 CANCELLED",
                        "2094-05-20 -3 PENDING",
                        "2094-05-20 -1 PENDING"));
    }

    @Test
    void nobody_is_reminded_of_a_date_that_passed_while_the_service_was_away() {
        String person = aPerson("ru");
        UUID charge = aCharge(person, "2095-03-20");

        look("2095-04-20T08:00:00Z");

        assertThat(told(person)).doesNotContain("reminder.charge/v1");
        assertThat(planned(charge.toString())).containsExactly("2095-03-20 -3 CANCELLED", "2095-03-20 -1 CANCELLED");
    }

    @Test
    void the_term_of_an_application_is_reminded_of_until_it_is_decided() {
        String person = aPerson("en");
        UUID decided = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        for (UUID application : List.of(decided, open)) {
            status(application, person, "SUBMITTED", 1);
        }
        for (UUID application : List.of(decided, open)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(planned(application.toString()))
                    .containsExactly("2096-03-20 -1 PENDING"));
        }
        status(decided, person, "APPROVED", 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(planned(decided.toString()))
                .containsExactly("2096-03-20 -1 CANCELLED"));

        look("2096-03-19T08:00:00Z");

        assertThat(told(person)).filteredOn("reminder.application/v1"::equals).hasSize(1);
    }

    private void status(UUID application, String person, String status, int sequence) {
        TestEvents.publish(
                "okno.application.application.v1",
                status.equals("SUBMITTED") ? "okno.application.submitted.v1" : "okno.application.status_changed.v1",
                application,
                sequence,
                Map.of(
                        "applicationId",
                        application,
                        "number",
                        "FNS-2026-0000001-0",
                        "serviceCode",
                        "ip-registration",
                        "personId",
                        person,
                        "status",
                        status,
                        "expectedCompletionDate",
                        "2096-03-20"));
    }

    @Test
    void the_end_of_a_document_is_told_a_month_and_a_week_before_unless_it_was_renewed() {
        String person = aPerson("ru");
        UUID document = Ids.next();
        byte[] issued = of("document-issued.v1", person, "documentId", document.toString());
        TestEvents.publish("okno.registry.document.v1", "okno.document.issued.v1", document, 1, issued);
        await().atMost(SOON).untilAsserted(() -> assertThat(planned(document.toString()))
                .containsExactly("2036-11-22 -30 PENDING", "2036-11-22 -7 PENDING"));
        look("2036-10-23T08:00:00Z");
        assertThat(told(person)).containsExactly("reminder.document/v1");

        TestEvents.publish(
                "okno.registry.document.v1",
                "okno.document.ended.v1",
                document,
                2,
                of("document-ended.v1", person, "documentId", document.toString()));
        await().atMost(SOON).untilAsserted(() -> assertThat(planned(document.toString()))
                .containsExactly("2036-11-22 -30 DONE", "2036-11-22 -7 CANCELLED"));
    }

    @Test
    void the_end_of_a_result_of_an_application_is_told_by_its_own_title() {
        String person = aPerson("ru");
        UUID document = Ids.next();
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("document-issued.v1"));
        data.put("personId", person).put("documentId", document.toString()).put("kind", "permit");
        data.putObject("title").put("ru", "Разрешение на пасеку").put("en", "Permit to keep bees");
        TestEvents.publish(
                "okno.application.document.v1", "okno.document.issued.v1", document, 1, JSON.writeValueAsBytes(data));
        await().atMost(SOON).untilAsserted(() -> assertThat(planned(document.toString()))
                .containsExactly("2036-11-22 -30 PENDING", "2036-11-22 -7 PENDING"));

        look("2036-10-23T08:00:00Z");

        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString()).contains("Разрешение на пасеку");
    }
}
