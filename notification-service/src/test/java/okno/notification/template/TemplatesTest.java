package okno.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okno.notification.EventType;
import okno.platform.core.Problem;
import okno.platform.web.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final Map<String, String> APPLICATION = Map.of(
            "number", "FNS-2026-0000001-0",
            "serviceCode", "ip-registration",
            "expectedCompletionDate", "2026-11-25");
    private static final Map<String, String> CHARGE =
            Map.of("uin", "18200000000000000012", "amount", "80000", "currency", "RUB", "dueDate", "2026-12-22");

    private final Templates templates = new Templates();

    static List<String> all() {
        return List.copyOf(new Templates().messages().keySet());
    }

    static List<String> messages() {
        return all().stream().filter(name -> !name.startsWith("code.")).toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_is_said_in_every_medium_and_both_languages_with_no_value_missing(String name) {
        String message = templates.newest(name);
        Map<String, String> params = Samples.load();
        for (Language language : Language.values()) {
            Templates.Text inbox = templates.inbox(message, params, language);
            Templates.Text letter = templates.email(message, params, language);
            String sms = templates.sms(message, params, language);
            String html = templates.html(letter, language);

            assertThat(List.of(inbox.title(), inbox.body(), letter.title(), letter.body(), sms, html))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{{", "null"));
            assertThat(html).contains("lang=\"" + language.tag() + "\"", letter.title());
            // Two parts of an SMS in Cyrillic.
            assertThat(sms).hasSizeLessThanOrEqualTo(134).doesNotContain("\n");
            if (language == Language.EN) {
                assertThat(inbox.title() + inbox.body() + letter.body() + sms).doesNotContainPattern("[а-яА-Я]");
            }
        }
    }

    /** Every event that people are told of, and the messages it is told by. */
    private static final Map<EventType, List<String>> MESSAGES = Map.ofEntries(
            Map.entry(EventType.APPLICATION_SUBMITTED, List.of("application.submitted")),
            Map.entry(
                    EventType.APPLICATION_STATUS_CHANGED,
                    List.of(
                            "application.received",
                            "application.in_review",
                            "application.info_requested",
                            "application.correction_required",
                            "application.approved",
                            "application.rejected",
                            "application.completed",
                            "application.withdrawn",
                            "application.cancelled",
                            "application.changed")),
            Map.entry(EventType.APPEAL_REGISTERED, List.of("appeal.registered")),
            Map.entry(EventType.APPEAL_DECIDED, List.of("appeal.upheld", "appeal.denied")),
            Map.entry(EventType.DRAFT_EXPIRING, List.of("application.draft_expiring")),
            Map.entry(EventType.APPLICATION_FILE_REJECTED, List.of("application.file_rejected")),
            Map.entry(EventType.APPLICATION_MESSAGE_SENT, List.of("application.message", "officer.message")),
            Map.entry(EventType.APPLICATION_DOCUMENT_SHARED, List.of("officer.document")),
            Map.entry(EventType.DOCUMENT_REJECTED, List.of("document.rejected")),
            Map.entry(EventType.APPLICATION_ASSIGNED, List.of("officer.assigned")),
            Map.entry(
                    EventType.APPLICATION_ESCALATED,
                    List.of(
                            "officer.half",
                            "officer.three_quarters",
                            "officer.past",
                            "lead.half",
                            "lead.three_quarters",
                            "lead.past")),
            Map.entry(EventType.CORRECTIVE_OPENED, List.of("corrective.opened")),
            Map.entry(EventType.CORRECTIVE_ESCALATED, List.of("corrective.due", "corrective.past")),
            Map.entry(EventType.REFUND_STARTED, List.of("refund.started")),
            Map.entry(EventType.REFUND_PAID, List.of("refund.paid")),
            Map.entry(EventType.RESULT_MAIL_REQUESTED, List.of("result.mail_requested")),
            Map.entry(EventType.CHARGE_CREATED, List.of("charge.created")),
            Map.entry(EventType.CHARGE_PAID, List.of("charge.paid")),
            Map.entry(EventType.APPLICATION_DUE, List.of("reminder.application")),
            Map.entry(EventType.CHARGE_DUE, List.of("reminder.charge")),
            Map.entry(EventType.DOCUMENT_EXPIRES, List.of("reminder.document")),
            Map.entry(EventType.ENDPOINT_FAILING, List.of("endpoint.failing")),
            Map.entry(EventType.ENDPOINT_DISABLED, List.of("endpoint.disabled")),
            Map.entry(EventType.ENDPOINT_RECOVERED, List.of("endpoint.recovered")),
            Map.entry(
                    EventType.CLIENT_STATUS_CHANGED,
                    List.of("client.active", "client.rejected", "client.suspended", "client.closed")),
            Map.entry(EventType.ORGANISATION_LINKED, List.of("organisation.linked")),
            Map.entry(EventType.ORGANISATION_REJECTED, List.of("organisation.rejected")),
            Map.entry(EventType.ACTING_RIGHT_WITHDRAWN, List.of("acting_right.withdrawn")),
            Map.entry(EventType.POWER_GRANTED, List.of("power.granted")),
            Map.entry(EventType.POWER_RECEIVED, List.of("power.received")),
            Map.entry(EventType.POWER_ENDED, List.of("power.revoked", "power.refused", "power.expired")),
            Map.entry(EventType.ACCOUNT_OPENED, List.of("account.opened")),
            Map.entry(EventType.ASSURANCE_CHANGED, List.of("assurance.raised", "assurance.lowered")),
            Map.entry(EventType.CONTACT_CHANGE_REQUESTED, List.of("contact.phone_change", "contact.email_change")),
            Map.entry(
                    EventType.ANOMALY_FOUND,
                    List.of(
                            "anomaly.new_device",
                            "anomaly.new_country",
                            "anomaly.impossible_travel",
                            "anomaly.unusual_hour",
                            "anomaly.many_failures",
                            "anomaly.many_accounts")),
            Map.entry(EventType.ACCOUNT_LOCKED, List.of("account.locked", "account.locked_watch")),
            Map.entry(EventType.PASSWORD_RESET, List.of("account.password_reset")),
            Map.entry(EventType.SIGNATURE_CONFIRMED, List.of("signature.confirmed")),
            Map.entry(EventType.DATA_REQUEST_READY, List.of("rights.archive_ready", "rights.archive_partial")),
            Map.entry(
                    EventType.DATA_REQUEST_DECIDED,
                    List.of("rights.correction_granted", "rights.correction_refused", "rights.erasure_refused")),
            Map.entry(EventType.PROFILE_UPDATED, List.of("profile.updated")));

    @Test
    void every_event_has_its_messages_and_no_message_is_left_over() {
        assertThat(MESSAGES.keySet()).containsExactlyInAnyOrder(EventType.values());
        assertThat(messages())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(MESSAGES.values().stream().flatMap(List::stream), Stream.of("digest"))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_preview_shows_every_message_in_both_languages(String message) {
        var preview = new PreviewTemplate(templates);
        for (Language language : Language.values()) {
            assertThat(preview.handle(message, null, language).toString()).doesNotContain("{{");
            assertThat(preview.handle(message, 1, language).sms()).isNotBlank();
        }
    }

    @Test
    void there_is_no_preview_of_what_does_not_exist() {
        var preview = new PreviewTemplate(templates);

        assertThatThrownBy(() -> preview.handle("application.sold", null, Language.RU))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> preview.handle("charge.paid", 99, Language.RU)).isInstanceOf(Problem.class);
    }

    @Test
    void a_notification_of_before_versions_is_said_in_the_first() {
        assertThat(templates.newest("charge.paid")).matches("charge\\.paid/v\\d+");
        assertThat(templates.sms("charge.created", CHARGE, Language.RU))
                .isEqualTo(templates.sms("charge.created/v1", CHARGE, Language.RU));
    }

    @Test
    void says_sums_dates_and_services_in_the_language() {
        assertThat(templates.sms("charge.created", CHARGE, Language.RU))
                .isEqualTo("К оплате 800,00 руб. до 22.12.2026, УИН 18200000000000000012. Окно");
        assertThat(templates.sms("charge.created", CHARGE, Language.EN))
                .isEqualTo("RUB 800.00 is due by 22 December 2026, UIN 18200000000000000012. Okno");
        assertThat(templates
                        .inbox("application.submitted", APPLICATION, Language.RU)
                        .body())
                .startsWith("Услуга: Регистрация индивидуального предпринимателя.");
        assertThat(templates
                        .inbox("application.submitted", Map.of("serviceCode", "new-service"), Language.RU)
                        .body())
                .contains("new-service")
                .doesNotContain("Срок");
    }

    @Test
    void a_service_without_words_of_its_own_is_told_of_as_before_and_one_with_them_says_more() {
        String newest = templates.newest("application.approved");
        assertThat(newest).isEqualTo("application.approved/v2");
        assertThat(templates.inbox(newest, APPLICATION, Language.EN))
                .isEqualTo(templates.inbox("application.approved/v1", APPLICATION, Language.EN));
        assertThat(templates.email(newest, APPLICATION, Language.EN))
                .isEqualTo(templates.email("application.approved/v1", APPLICATION, Language.EN));
        Map<String, String> params = new TreeMap<>(APPLICATION);
        params.put("emailNoteRu", "Возьмите паспорт.");
        params.put("smsNoteRu", "Ждём вас.");

        assertThat(templates.email(newest, params, Language.RU).body())
                .contains("Результат готовится.\n\nВозьмите паспорт.\n\nЭто автоматическое");
        assertThat(templates.sms(newest, params, Language.RU))
                .isEqualTo("Заявление № FNS-2026-0000001-0: одобрено. Ждём вас. Окно");
        assertThat(templates.inbox(newest, params, Language.RU).body()).doesNotContain("Возьмите");
    }

    @Test
    void a_missing_value_is_an_error_and_never_an_empty_place() {
        assertThatThrownBy(() -> templates.sms("charge.created", Map.of(), Language.RU))
                .isInstanceOf(MustacheException.class);
    }

    @Test
    void html_of_a_letter_escapes_its_values() {
        assertThat(templates.html(new Templates.Text("<b>", "a & b"), Language.EN))
                .contains("&lt;b&gt;", "a &amp; b");
    }
}
