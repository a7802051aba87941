package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okno.local.demo.Outside;
import okno.local.demo.People;
import okno.local.demo.Registration;
import okno.local.demo.Subscription;
import okno.local.demo.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A citizen registers as a sole trader. The journey is played once; each test looks at one of its effects. */
class JourneyIT {

    private static final List<String> EVENTS =
            List.of("okno.application.submitted.v1", "okno.application.status_changed.v1", "okno.charge.paid.v1");
    private static final Instant START = Instant.now();
    private static final Outside OUTSIDE = RunningOkno.outside();
    private static final Visitor CITIZEN = RunningOkno.people().person("citizen");
    private static final Visitor AGENCY = RunningOkno.people().machine("agency-fns");
    private static final WebhookReceiver RECEIVER = new WebhookReceiver();
    private static final Registration JOURNEY = new Registration(CITIZEN, AGENCY, OUTSIDE);

    private static EventStream stream;
    private static String webhookSecret = "";
    private static JsonNode draft;
    private static JsonNode readinessBefore;
    private static JsonNode saved;
    private static JsonNode attachment;
    private static JsonNode readinessAfter;
    private static JsonNode signature;
    private static JsonNode submission;
    private static String uin;
    private static JsonNode payment;
    private static JsonNode submitted;
    private static JsonNode packageOfAgency;
    private static JsonNode completed;

    @BeforeAll
    static void play() {
        Subscription.open(AGENCY, RECEIVER.url(), EVENTS, secret -> webhookSecret = secret);
        stream = new EventStream(
                RunningOkno.portal().gateway().resolve("/api/v1/notifications/stream"), CITIZEN.token());
        draft = JOURNEY.begin();
        readinessBefore = JOURNEY.readiness();
        saved = JOURNEY.fill(Map.of("okvedMain", "62.01", "taxRegime", "USN_INCOME"));
        attachment = JOURNEY.attachPassport();
        signature = JOURNEY.sign(People.CITIZEN_PHONE);
        readinessAfter = JOURNEY.readiness();
        submission = JOURNEY.submit();
        uin = JOURNEY.uin();
        payment = JOURNEY.pay(uin);
        submitted = JOURNEY.await("SUBMITTED");
        packageOfAgency = JOURNEY.agencyReads();
        JOURNEY.agencySets("RECEIVED");
        JOURNEY.agencySets("IN_REVIEW");
        JOURNEY.agencyAsks("Уточните адрес.");
        JOURNEY.await("INFO_REQUESTED");
        JOURNEY.answer("Адрес верен.");
        JOURNEY.await("IN_REVIEW");
        JOURNEY.agencyApproves();
        completed = JOURNEY.await("COMPLETED");
    }

    @AfterAll
    static void close() {
        stream.close();
        Subscription.closeOld(AGENCY, RECEIVER.url());
        RECEIVER.close();
    }

    @Test
    void the_draft_is_prefilled_from_the_profile() {
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.at("/form/lastName").asString()).isEqualTo("Иванова");
        assertThat(draft.at("/form/passport/series").asString()).isEqualTo("4510");
        assertThat(draft.at("/form/inn").asString()).startsWith("7701000001");
        assertThat(draft.path("prefilled").toString()).contains("identity.snils", "identity.address");
    }

    @Test
    void readiness_points_at_everything_that_is_missing() {
        assertThat(readinessBefore.path("ready").asBoolean()).isFalse();
        assertThat(readinessBefore.path("errors").toString())
                .contains("/form/okvedMain", "/form/taxRegime", "/attachments", "/signatureId");
    }

    @Test
    void what_was_typed_is_saved() {
        assertThat(saved.at("/form/okvedMain").asString()).isEqualTo("62.01");
        assertThat(saved.at("/form/lastName").asString()).isEqualTo("Иванова");
        assertThat(saved.path("version").asLong())
                .isGreaterThan(draft.path("version").asLong());
    }

    @Test
    void the_attachment_is_checked() {
        assertThat(attachment.path("state").asString()).isIn("PENDING_SCAN", "CLEAN");
        assertThat(attachment.path("contentType").asString()).isEqualTo("application/pdf");
    }

    @Test
    void the_signature_is_of_this_document_and_opens_the_way() {
        assertThat(signature.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(signature.path("documentSha256").asString())
                .isEqualTo(readinessAfter.path("documentSha256").asString());
        assertThat(readinessAfter.path("ready").asBoolean()).isTrue();
        assertThat(CITIZEN.get("/api/v1/signatures").send().expect(200).text())
                .contains(signature.path("id").asString());
    }

    @Test
    void the_duty_is_charged_and_paid_and_only_then_the_application_leaves() {
        assertThat(submission.path("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(uin).matches("\\d{20}|\\d{25}");
        assertThat(payment.at("/amount/amount").asLong()).isEqualTo(80_000);
        assertThat(submitted.at("/payment/status").asString()).isEqualTo("PAID");
        assertThat(CITIZEN.get("/api/v1/charges/" + uin)
                        .send()
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("PAID");
    }

    @Test
    void the_receipt_names_the_charge_and_the_sum() {
        byte[] receipt = CITIZEN.get("/api/v1/payments/" + payment.path("id").asString() + "/receipt")
                .header("Accept", "application/pdf")
                .send()
                .expect(200)
                .body();
        assertThat(Pdf.text(receipt)).contains(uin).contains("800,00");
    }

    @Test
    void a_submitted_application_has_a_number_and_a_term() {
        assertThat(submitted.path("number").asString()).isNotBlank();
        assertThat(submitted.path("expectedCompletionDate").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(submitted.path("statusTitle").asString()).isEqualTo("Отправлено в ведомство");
    }

    @Test
    void the_agency_sees_the_whole_package() {
        assertThat(packageOfAgency.at("/form/lastName").asString()).isEqualTo("Иванова");
        String scan = packageOfAgency.at("/attachments/0/id").asString();
        byte[] content = AGENCY.get(
                        "/api/v1/agency/applications/%s/attachments/%s/content".formatted(JOURNEY.id(), scan))
                .header("Accept", "*/*")
                .send()
                .expect(200)
                .body();
        assertThat(Pdf.text(content)).contains("Passport");
    }

    @Test
    void history_tells_every_step_once_and_in_order() {
        List<String> statuses = JOURNEY.history().stream()
                .sorted((a, b) -> Integer.compare(
                        a.path("version").asInt(), b.path("version").asInt()))
                .map(step -> step.path("status").asString())
                .filter(status -> !status.equals("DRAFT"))
                .toList();
        assertThat(statuses)
                .containsExactly(
                        "AWAITING_PAYMENT",
                        "SUBMITTED",
                        "RECEIVED",
                        "IN_REVIEW",
                        "INFO_REQUESTED",
                        "IN_REVIEW",
                        "APPROVED",
                        "COMPLETED");
    }

    @Test
    void question_and_answer_are_kept() {
        assertThat(CITIZEN.get(JOURNEY.path() + "/messages").send().expect(200).text())
                .contains("Уточните адрес.", "Адрес верен.");
    }

    @Test
    void the_register_has_the_record() {
        assertThat(completed.at("/result/register").asString()).isEqualTo("EGRIP");
        String ogrnip = completed.at("/result/registerKey").asString();
        assertThat(ogrnip).matches("\\d{15}");
        JsonNode found = CITIZEN.get("/api/v1/registries/egrip/records/" + ogrnip)
                .send()
                .expect(200)
                .json();
        assertThat(found.path("name").asString()).containsIgnoringCase("Иванова");
    }

    @Test
    void the_person_is_told_in_the_inbox_on_the_open_page_by_mail_and_by_sms() {
        String number = completed.path("number").asString();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(CITIZEN.get("/api/v1/notifications?limit=100")
                            .send()
                            .expect(200)
                            .text())
                    .contains(number);
            assertThat(stream.data()).contains(number);
            assertThat(OUTSIDE.messages("mail", People.CITIZEN_MAIL, START).toString())
                    .contains(number);
            assertThat(OUTSIDE.messages("sms", People.CITIZEN_PHONE, START).toString())
                    .contains(number);
        });
    }

    @Test
    void webhooks_verify_and_one_changed_byte_does_not() throws Exception {
        var received = await().atMost(Duration.ofSeconds(30))
                .until(() -> RECEIVER.about(JOURNEY.id(), "okno.application.submitted.v1"), found -> !found.isEmpty())
                .getFirst();
        Webhook verifier = new Webhook(webhookSecret);
        verifier.verify(received.body(), received.headers());
        for (int place :
                new int[] {1, received.body().length() / 2, received.body().length() - 2}) {
            char changed = (char) (received.body().charAt(place) ^ 1);
            String forged = received.body().substring(0, place)
                    + changed
                    + received.body().substring(place + 1);
            assertThatThrownBy(() -> verifier.verify(forged, received.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
        assertThat(received.body()).doesNotContain("personId", "Иванова");
    }

    @Test
    void every_status_reaches_the_agency_and_any_can_be_sent_again() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(RECEIVER.about(JOURNEY.id(), "okno.application.status_changed.v1"))
                        .extracting(WebhookReceiver.Received::body)
                        .anyMatch(body -> body.contains("COMPLETED")));
        var first =
                RECEIVER.about(JOURNEY.id(), "okno.application.submitted.v1").getFirst();
        int before =
                RECEIVER.about(JOURNEY.id(), "okno.application.submitted.v1").size();
        String delivery = AGENCY.get("/api/v1/webhooks/deliveries?limit=100&eventType=okno.application.submitted.v1")
                .send()
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("eventId").asString().equals(first.id()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        AGENCY.post("/api/v1/webhooks/deliveries/" + delivery + "/redelivery")
                .send()
                .expect(200, 201, 202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var all = RECEIVER.about(JOURNEY.id(), "okno.application.submitted.v1");
            assertThat(all).hasSizeGreaterThan(before);
            assertThat(all).extracting(WebhookReceiver.Received::id).containsOnly(first.id());
        });
    }

    @Test
    void another_citizen_finds_nothing_of_it() {
        Visitor other = RunningOkno.people().person("citizen2");
        String paid = "/api/v1/payments/" + payment.path("id").asString();
        for (String path : List.of(
                JOURNEY.path(),
                JOURNEY.path() + "/history",
                JOURNEY.path() + "/messages",
                JOURNEY.path() + "/attachments/" + attachment.path("id").asString() + "/content",
                "/api/v1/charges/" + uin,
                "/api/v1/charges/" + uin + "/qr",
                paid,
                paid + "/receipt")) {
            assertThat(other.get(path).header("Accept", "*/*").send().status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(other.post("/api/v1/payments")
                        .json(Map.of("uin", uin, "method", "CARD"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/api/v1/signatures/" + signature.path("id").asString() + "/confirmation")
                        .json(Map.of("code", "000000"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_journal_tells_what_the_person_did_and_who_read_their_data() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(CITIZEN.get("/api/v1/me/audit?limit=100")
                            .send()
                            .expect(200)
                            .text())
                    .contains("application.begun", "signature.confirmed", "attachment.added");
            assertThat(CITIZEN.get("/api/v1/me/data-access?limit=100")
                            .send()
                            .expect(200)
                            .text())
                    .contains("person.read", "application-service", "agency-fns");
        });
    }
}
