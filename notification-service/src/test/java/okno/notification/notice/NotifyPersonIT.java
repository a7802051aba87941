package okno.notification.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.NotificationServiceSetup;
import okno.platform.core.Ids;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class NotifyPersonIT extends NotificationServiceSetup {

    private static final String APPLICATIONS = "okno.application.application.v1";
    private static final String ENDPOINTS = "okno.webhook.endpoint.v1";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private MeterRegistry meters;

    @Test
    void each_status_is_told_once_on_each_channel_whatever_kafka_repeats() throws Exception {
        String person = aPerson("ru");
        UUID submitted = applicationBecomes(person, "SUBMITTED");
        applicationBecomes(submitted, person, "SUBMITTED");
        applicationBecomes(person, "RECEIVED");
        applicationBecomes(submitted, person, "SUBMITTED");

        await().atMost(SOON)
                .until(() -> smsTo(person).size() == 2 && lettersTo(person).size() == 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person))
                .containsExactly("EMAIL ACCEPTED", "EMAIL ACCEPTED", "SMS ACCEPTED", "SMS ACCEPTED"));
        assertThat(smsTo(person))
                .extracting(sms -> sms.get("text").asString())
                .containsExactlyInAnyOrder(
                        "Заявление № FNS-2026-0000001-0: подано. Окно",
                        "Заявление № FNS-2026-0000001-0: получено ведомством. Окно");
        assertThat(inbox(person)).hasSize(2);
        var letter = lettersTo(person).getFirst();
        assertThat(letter.getMessageID()).endsWith(".email@okno>");
        assertThat(GreenMailUtil.getWholeMessage(letter)).contains("text/plain", "text/html");
    }

    @Test
    void what_the_passport_says_of_a_status_is_told_on_its_channels_in_the_language_of_the_reader() throws Exception {
        String person = aPerson("ru");
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("application-status-changed.v1"));
        data.put("personId", person).put("expectedCompletionDate", "2024-11-25");
        ((ObjectNode) data.at("/notices/0"))
                .putObject("title")
                .put("ru", "ждём вас")
                .put("en", "we expect you");
        UUID application = UUID.fromString(data.get("applicationId").asString());

        TestEvents.publish(
                APPLICATIONS, "okno.application.status_changed.v1", application, 2, JSON.writeValueAsBytes(data));

        await().atMost(SOON)
                .until(() -> smsTo(person).size() == 1 && lettersTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString())
                .isEqualTo("Заявление № FNS-2026-0000001-0: одобрено. Окно");
        assertThat(lettersTo(person).getFirst().getSubject()).isEqualTo("Заявление № FNS-2026-0000001-0: ждём вас");
        var parts = (MimeMultipart) lettersTo(person).getFirst().getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Возьмите с собой паспорт");
        JsonNode english = body(http.get()
                .uri("/api/v1/notifications")
                .header("Authorization", TestTokens.person(person).bearer())
                .header("Accept-Language", "en")
                .exchange());
        assertThat(english.at("/items/0/title").asString()).isEqualTo("Application FNS-2026-0000001-0: we expect you");
        assertThat(english.at("/items/0/text").asString())
                .endsWith("The result is being prepared.\nBring your passport");
    }

    @Test
    void a_person_is_told_of_a_file_that_was_rejected() {
        String person = aPerson("ru");
        UUID application = UUID.randomUUID();

        TestEvents.publish(
                "okno.application.application.v1",
                "okno.application.file_rejected.v1",
                application,
                2,
                Map.of(
                        "applicationId", application,
                        "serviceCode", "ip-registration",
                        "agency", "fns",
                        "personId", person,
                        "fileId", UUID.randomUUID(),
                        "kind", "passport-scan",
                        "sentBy", "APPLICANT",
                        "reason", "malware",
                        "occurredAt", "2026-11-20T09:17:30Z"));

        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString())
                .isEqualTo("Заявление: файл с вирусом отклонён, подробности в личном кабинете. Окно");
    }

    @Test
    void whoever_began_a_draft_is_told_before_it_is_thrown_away() throws Exception {
        String person = aPerson("ru");
        UUID draft = UUID.randomUUID();
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("draft-expiring.v1"));
        data.put("personId", person).put("applicationId", draft.toString());

        TestEvents.publish("okno.application.application.v1", "okno.draft.expiring.v1", draft, 3, data);

        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString())
                .isEqualTo("Черновик заявления будет удалён после 03.12.2026. Он в личном кабинете. Окно");
    }

    @Test
    void a_letter_that_was_asked_for_comes_by_mail_alone() throws Exception {
        String person = aPerson("ru");
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("result-mail-requested.v1"));
        data.put("personId", person);

        TestEvents.publish(
                "okno.application.document.v1",
                "okno.result.mail_requested.v1",
                UUID.randomUUID(),
                1,
                JSON.writeValueAsBytes(data));

        await().atMost(SOON).until(() -> lettersTo(person).size() == 1);
        var parts = (MimeMultipart) lettersTo(person).getFirst().getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("/results/" + data.get("resultId").asString() + "/content");
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).containsExactly("EMAIL ACCEPTED"));
    }

    @Test
    void a_lock_is_told_to_the_person_and_to_the_administrators() {
        String person = aPerson("ru");
        aPerson(ADMINISTRATOR, "ru");
        TestEvents.publish(
                "okno.identity.account.v1",
                "okno.account.locked.v1",
                UUID.fromString(person),
                1,
                forPerson("account-locked.v1", person));
        TestEvents.publish(
                "okno.identity.account.v1",
                "okno.account.locked.v1",
                UUID.fromString(ADMINISTRATOR),
                1,
                forPerson("account-locked.v1", ADMINISTRATOR));

        await().atMost(SOON)
                .until(() -> !smsTo(person).isEmpty() && smsTo(ADMINISTRATOR).size() == 2);
        assertThat(smsTo(person).getFirst().get("text").asString()).startsWith("Вход закрыт на 15 минут");
        assertThat(inbox(ADMINISTRATOR).toString()).contains("account.locked_watch");
        assertThat(smsTo(ADMINISTRATOR))
                .extracting(sms -> sms.get("text").asString())
                .filteredOn(text -> text.startsWith("Вход закрыт на 15 минут"))
                .hasSize(1);
    }

    @Test
    void language_follows_the_person_and_then_the_choice_for_notifications() {
        String person = aPerson("en");
        applicationBecomes(person, "APPROVED");
        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString())
                .isEqualTo("Application FNS-2026-0000001-0: approved. Okno");

        prefer(person, Map.of("language", "ru", "items", List.of()))
                .expectStatus()
                .isOk();
        applicationBecomes(person, "COMPLETED");
        await().atMost(SOON).until(() -> smsTo(person).size() == 2);
        assertThat(smsTo(person))
                .extracting(sms -> sms.get("text").asString())
                .anyMatch(text -> text.contains("услуга оказана"));
    }

    @Test
    void a_channel_that_was_turned_off_stays_silent_but_security_notices_do_not() {
        String person = aPerson("ru");
        prefer(person, Map.of("items", List.of(off("okno.application.status_changed.v1", "SMS"))))
                .expectStatus()
                .isOk();
        prefer(person, Map.of("items", List.of(off("okno.profile.updated.v1", "SMS"))))
                .expectStatus()
                .isEqualTo(422);

        applicationBecomes(person, "IN_REVIEW");
        await().atMost(SOON).until(() -> lettersTo(person).size() == 1);
        assertThat(deliveries(person)).hasSize(1);

        TestEvents.publish(
                "okno.identity.profile.v1",
                "okno.profile.updated.v1",
                UUID.fromString(person),
                2,
                forPerson("profile-updated.v1", person));
        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        JsonNode preferences = body(read(person, "/api/v1/notification-preferences"));
        assertThat(preferences.get("items")).hasSize(EventType.values().length * Channel.values().length);
    }

    @Test
    void a_dead_sms_gateway_does_not_delay_letters_and_is_caught_up_with() {
        OUTSIDE.stubFor(post(SMS).willReturn(aResponse().withStatus(503)));
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");

        await().atMost(SOON).until(() -> lettersTo(person).size() == 1);
        await().atMost(SOON).until(() -> smsTo(person).size() > 1);
        smsWorks();

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).contains("SMS ACCEPTED"));
        assertThat(smsTo(person))
                .extracting(sms -> sms.get("clientMessageId").asString())
                .containsOnly(smsTo(person).getFirst().get("clientMessageId").asString());
    }

    @Test
    void without_identity_the_inbox_is_written_and_deliveries_wait() {
        String person = UUID.randomUUID().toString();
        OUTSIDE.stubFor(get("/internal/persons/" + person + "/contacts")
                .willReturn(aResponse().withStatus(503)));
        applicationBecomes(person, "SUBMITTED");

        await().atMost(SOON).until(() -> inbox(person).size() == 1);
        assertThat(deliveries(person)).containsExactly("EMAIL PENDING", "SMS PENDING");
    }

    @Test
    void a_person_without_addresses_fails_honestly() {
        String person = UUID.randomUUID().toString();
        OUTSIDE.stubFor(get("/internal/persons/" + person + "/contacts")
                .willReturn(aResponse().withStatus(404)));
        applicationBecomes(person, "SUBMITTED");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries(person)).containsExactly("EMAIL FAILED", "SMS FAILED"));
        JsonNode history = body(read(person, "/api/v1/notifications/history"));
        assertThat(history.at("/items/0/deliveries").findValuesAsString("reason"))
                .contains("person_unknown");
    }

    @Test
    void charges_organisations_rights_and_signatures_are_told_too() {
        String person = aPerson("ru");
        UUID subject = Ids.next();
        TestEvents.publish(
                "okno.payment.charge.v1", "okno.charge.created.v1", subject, 1, forPerson("charge-created.v1", person));
        TestEvents.publish(
                "okno.payment.charge.v1", "okno.charge.paid.v1", subject, 2, forPerson("charge-paid.v1", person));
        TestEvents.publish(
                APPLICATIONS, "okno.document.rejected.v1", subject, 1, forPerson("document-rejected.v1", person));
        TestEvents.publish(
                "okno.payment.charge.v1", "okno.refund.started.v1", subject, 3, forPerson("refund-started.v1", person));
        TestEvents.publish(
                "okno.payment.charge.v1", "okno.refund.paid.v1", subject, 4, forPerson("refund-paid.v1", person));
        TestEvents.publish(
                "okno.identity.signature.v1",
                "okno.signature.confirmed.v1",
                subject,
                1,
                forPerson("signature-confirmed.v1", person));
        TestEvents.publish(
                "okno.org.organisation.v1",
                "okno.organisation.linked.v1",
                subject,
                1,
                Map.of("orgId", subject, "personId", person));
        TestEvents.publish(
                "okno.org.acting.v1",
                "okno.acting_right.withdrawn.v1",
                subject,
                1,
                Map.of("orgId", subject, "personId", person));

        await().atMost(SOON).until(() -> inbox(person).size() == 8);
        await().atMost(SOON).until(() -> smsTo(person).size() == 8);
        assertThat(inbox(person)).contains("refund.started/v1", "refund.paid/v1", "document.rejected/v1");
    }

    @Test
    void both_sides_are_told_of_a_power_of_attorney_and_of_its_end() {
        String principal = aPerson("ru");
        String representative = aPerson("en");
        UUID power = Ids.next();
        for (String told : List.of("granted", "received", "ended")) {
            ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("power-of-attorney-" + told + ".v1"));
            if (data.has("principalId")) {
                data.put("principalId", principal);
            }
            if (data.has("representativeId")) {
                data.put("representativeId", representative);
            }
            TestEvents.publish(
                    "okno.org.power.v1",
                    "okno.power_of_attorney." + told + ".v1",
                    power,
                    told.equals("ended") ? 3 : 2,
                    JSON.writeValueAsBytes(data));
        }

        await().atMost(SOON)
                .until(() ->
                        smsTo(principal).size() == 2 && smsTo(representative).size() == 2);
        assertThat(inbox(principal)).containsExactlyInAnyOrder("power.granted/v1", "power.revoked/v1");
        assertThat(inbox(representative)).containsExactlyInAnyOrder("power.received/v1", "power.revoked/v1");
    }

    @Test
    void whoever_did_not_write_is_told_that_there_is_a_message() {
        String applicant = aPerson("en");
        String officer = aPerson("ru");
        for (String side : List.of("AGENCY", "APPLICANT")) {
            ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example("application-message-sent.v1"));
            data.put("personId", applicant).put("assignee", officer).put("sentBy", side);
            TestEvents.publish(
                    APPLICATIONS, "okno.application.message_sent.v1", Ids.next(), 3, JSON.writeValueAsBytes(data));
        }

        await().atMost(SOON)
                .until(() -> smsTo(applicant).size() == 1 && smsTo(officer).size() == 1);
        assertThat(inbox(applicant)).containsExactly("application.message/v1");
        assertThat(inbox(officer)).containsExactly("officer.message/v1");
    }

    @Test
    void an_officer_is_told_of_work_that_was_given_to_them_and_of_its_term() {
        String officer = aPerson("ru");
        UUID application = Ids.next();
        byte[] given = forOfficer("application-assigned.v1", officer, false);
        UUID event = UUID.randomUUID();
        TestEvents.publish(event, APPLICATIONS, "okno.application.assigned.v1", application, 3, given);
        TestEvents.publish(event, APPLICATIONS, "okno.application.assigned.v1", application, 3, given);
        // Who took it themselves knows; what nobody works on, and nobody leads, is told to nobody.
        TestEvents.publish(
                APPLICATIONS,
                "okno.application.assigned.v1",
                application,
                4,
                forOfficer("application-assigned.v1", officer, true));
        TestEvents.publish(
                APPLICATIONS,
                "okno.application.deadline_escalated.v1",
                application,
                5,
                ContractCheck.example("application-deadline-escalated.v1"));
        TestEvents.publish(
                APPLICATIONS,
                "okno.application.deadline_escalated.v1",
                application,
                6,
                forOfficer("application-deadline-escalated.v1", officer, false));

        TestEvents.publish(
                APPLICATIONS,
                "okno.application.document_shared.v1",
                application,
                7,
                forOfficer("application-document-shared.v1", officer, false));

        await().atMost(SOON).until(() -> smsTo(officer).size() == 3);
        assertThat(inbox(officer))
                .containsExactlyInAnyOrder("officer.assigned/v1", "officer.three_quarters/v1", "officer.document/v1");
        assertThat(smsTo(officer))
                .extracting(sms -> sms.get("text").asString())
                .anyMatch(text -> text.contains("FNS-2026-0000042-0: прошло три четверти срока"));
    }

    @Test
    void who_leads_hears_of_what_nobody_works_on_and_of_what_the_agency_has_to_put_right() {
        List<String> leads = List.of(aPerson("ru"), aPerson("en"));
        ObjectNode free = (ObjectNode) JSON.readTree(ContractCheck.example("application-deadline-escalated.v1"));
        leads.forEach(free.putArray("leads")::add);
        ObjectNode opened = (ObjectNode) JSON.readTree(ContractCheck.example("corrective-action-opened.v1"));
        leads.forEach(opened.putArray("leads")::add);
        ObjectNode past = (ObjectNode) JSON.readTree(ContractCheck.example("corrective-action-escalated.v1"));
        past.put("assignee", leads.getFirst()).put("level", "PAST");
        UUID event = UUID.randomUUID();
        for (int times = 0; times < 2; times++) {
            TestEvents.publish(
                    event,
                    APPLICATIONS,
                    "okno.application.deadline_escalated.v1",
                    Ids.next(),
                    5,
                    JSON.writeValueAsBytes(free));
        }
        TestEvents.publish(
                APPLICATIONS, "okno.corrective_action.opened.v1", Ids.next(), 1, JSON.writeValueAsBytes(opened));
        TestEvents.publish(
                APPLICATIONS, "okno.corrective_action.escalated.v1", Ids.next(), 2, JSON.writeValueAsBytes(past));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(inbox(leads.getFirst()))
                    .containsExactlyInAnyOrder("lead.three_quarters/v1", "corrective.opened/v1", "corrective.past/v1");
            assertThat(inbox(leads.getLast()))
                    .containsExactlyInAnyOrder("lead.three_quarters/v1", "corrective.opened/v1");
        });
    }

    @Test
    void the_persons_named_hear_how_a_webhook_endpoint_does() {
        String first = aPerson("ru");
        String second = aPerson("en");
        UUID endpoint = Ids.next();
        UUID event = UUID.randomUUID();
        byte[] failing = toldTo("endpoint-failing.v1", first, second);
        TestEvents.publish(event, ENDPOINTS, "okno.endpoint.failing.v1", endpoint, 5, failing);
        TestEvents.publish(event, ENDPOINTS, "okno.endpoint.failing.v1", endpoint, 5, failing);
        TestEvents.publish(
                ENDPOINTS, "okno.endpoint.disabled.v1", endpoint, 6, Map.of("endpointId", endpoint, "reason", "GONE"));
        TestEvents.publish(
                ENDPOINTS, "okno.endpoint.recovered.v1", endpoint, 7, toldTo("endpoint-recovered.v1", second));

        await().atMost(SOON).until(() -> smsTo(second).size() == 2);
        await().atMost(SOON).until(() -> lettersTo(first).size() == 1);
        assertThat(inbox(first)).containsExactly("endpoint.failing/v1");
        assertThat(inbox(second)).containsExactly("endpoint.failing/v1", "endpoint.recovered/v1");
        assertThat(smsTo(first).getFirst().get("text").asString()).contains("STATUS_503");
    }

    @Test
    void people_hear_of_their_archives_and_of_what_was_decided_and_nobody_of_a_granted_erasure() {
        String person = aPerson("ru");
        requestBecomes("ready", forPerson("data-request-ready.v1", person));
        requestBecomes("ready", with("data-request-ready.v1", person, data -> data.put("complete", false)));
        requestBecomes("decided", forPerson("data-request-decided.v1", person));
        requestBecomes("decided", with("data-request-decided.v1", person, data -> data.put("granted", false)));
        requestBecomes("decided", with("data-request-decided.v1", person, data -> data.put("kind", "ERASURE")));
        requestBecomes("decided", with("data-request-decided.v1", person, data -> data.put("kind", "ERASURE")
                .put("granted", false)));

        await().atMost(SOON).until(() -> smsTo(person).size() == 5);
        assertThat(inbox(person))
                .containsExactlyInAnyOrder(
                        "rights.archive_ready/v1",
                        "rights.archive_partial/v1",
                        "rights.correction_granted/v1",
                        "rights.correction_refused/v1",
                        "rights.erasure_refused/v1");
        assertThat(jdbc.sql("select params::text from notification where person_id = :id and template like '%ready%'")
                        .param("id", person)
                        .query(String.class)
                        .single())
                .contains("03.12.2026");
    }

    private static void requestBecomes(String what, Object data) {
        TestEvents.publish("okno.identity.request.v1", "okno.data_request." + what + ".v1", Ids.next(), 2, data);
    }

    private static byte[] with(String contract, String person, Consumer<ObjectNode> change) {
        ObjectNode data = (ObjectNode) JSON.readTree(forPerson(contract, person));
        change.accept(data);
        return JSON.writeValueAsBytes(data);
    }

    @Test
    void a_client_s_owner_hears_once_of_a_suspension_that_is_said_again() {
        String owner = aPerson("ru");
        UUID client = Ids.next();
        for (String status : List.of("APPROVED", "ACTIVE", "SUSPENDED", "SUSPENDED")) {
            TestEvents.publish(
                    "okno.identity.client.v1",
                    "okno.client.status_changed.v1",
                    client,
                    List.of("REQUESTED", "APPROVED", "ACTIVE", "SUSPENDED").indexOf(status) + 1,
                    Map.of("id", client, "clientId", "app-" + client, "status", status, "recipient", owner));
        }

        await().atMost(SOON).until(() -> smsTo(owner).size() >= 2);
        assertThat(inbox(owner)).containsExactly("client.active/v1", "client.suspended/v1");
    }

    @Test
    void the_share_delivered_within_ten_seconds_is_measured_for_each_channel() {
        String person = aPerson("ru");
        applicationBecomes(person, "APPROVED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries(person)).containsExactly("EMAIL ACCEPTED", "SMS ACCEPTED"));

        for (String channel : List.of("INBOX", "EMAIL", "SMS")) {
            Timer timer = meters.get("okno.notification.delivery")
                    .tag("channel", channel)
                    .timer();
            assertThat(timer.count()).isPositive();
            assertThat(timer.takeSnapshot().histogramCounts())
                    .anySatisfy(bucket ->
                            assertThat(bucket.bucket(TimeUnit.SECONDS)).isEqualTo(10));
        }
        assertThat(meters.get("okno.notification.provider.good")
                        .tag("provider", "sms-1")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private List<String> inbox(String person) {
        return jdbc.sql("select template from notification where person_id = :id order by position")
                .param("id", person)
                .query(String.class)
                .list();
    }

    private static byte[] toldTo(String contract, String... persons) {
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example(contract));
        var recipients = data.putArray("recipients");
        List.of(persons).forEach(recipients::add);
        return JSON.writeValueAsBytes(data);
    }

    private static byte[] forOfficer(String contract, String officer, boolean taken) {
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example(contract));
        return JSON.writeValueAsBytes(data.put("assignee", officer).put("taken", taken));
    }

    private static byte[] forPerson(String contract, String person) {
        ObjectNode data = (ObjectNode) JSON.readTree(ContractCheck.example(contract));
        return JSON.writeValueAsBytes(data.put("personId", person));
    }

    private static Map<String, Object> off(String eventType, String channel) {
        return Map.of("eventType", eventType, "channel", channel, "enabled", false);
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec prefer(
            String person, Map<String, Object> preferences) {
        return http.put()
                .uri("/api/v1/notification-preferences")
                .header("Authorization", TestTokens.person(person).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(preferences)
                .exchange();
    }
}
