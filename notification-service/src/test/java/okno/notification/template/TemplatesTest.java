package okno.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    static List<String> messages() throws IOException {
        try (Stream<Path> directories = Files.list(Path.of("src/main/resources/templates"))) {
            return directories
                    .filter(Files::isDirectory)
                    .map(directory -> directory.getFileName().toString())
                    .filter(name -> !name.startsWith("code."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_is_said_in_every_medium_and_both_languages(String message) {
        Map<String, String> params = paramsOf(message);
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

    @Test
    void there_are_messages_of_every_status_and_event() throws IOException {
        assertThat(messages())
                .contains(
                        "application.submitted",
                        "application.received",
                        "application.in_review",
                        "application.info_requested",
                        "application.approved",
                        "application.rejected",
                        "application.completed",
                        "application.withdrawn",
                        "application.changed",
                        "charge.created",
                        "charge.paid",
                        "organisation.linked",
                        "organisation.rejected",
                        "acting_right.withdrawn",
                        "signature.confirmed",
                        "profile.updated");
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
    void a_missing_value_is_an_error_and_never_an_empty_place() {
        assertThatThrownBy(() -> templates.sms("charge.created", Map.of(), Language.RU))
                .isInstanceOf(MustacheException.class);
    }

    @Test
    void html_of_a_letter_escapes_its_values() {
        assertThat(templates.html(new Templates.Text("<b>", "a & b"), Language.EN))
                .contains("&lt;b&gt;", "a &amp; b");
    }

    private static Map<String, String> paramsOf(String message) {
        if (message.startsWith("application.")) {
            return APPLICATION;
        }
        if (message.equals("digest")) {
            return Map.of("count", "3", "titles", "- one\n- two");
        }
        return message.startsWith("charge.") ? CHARGE : Map.of();
    }
}
