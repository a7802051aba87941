package okno.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import okno.notification.NotificationServiceSetup;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TemplateIT extends NotificationServiceSetup {

    private static final String TEMPLATES = "/api/v1/notifications/templates";

    @Test
    void an_administrator_previews_a_message_in_both_languages_and_others_do_not() {
        JsonNode russian = preview("ru");
        JsonNode english = preview("en");

        assertThat(russian.get("sms").asString())
                .isEqualTo("К оплате 800,00 руб. до 22.12.2026, УИН 18200000000000000012. Окно");
        assertThat(english.get("html").asString()).contains("<html lang=\"en\">", "RUB 800.00");
        read(UUID.randomUUID().toString(), TEMPLATES + "/charge.created/preview")
                .expectStatus()
                .isForbidden();
        http.get()
                .uri(TEMPLATES + "/charge.created/preview?version=99")
                .header("Authorization", TestTokens.admin().bearer())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void all_messages_are_listed_with_their_newest_version() {
        JsonNode list = body(http.get()
                .uri(TEMPLATES)
                .header("Authorization", TestTokens.admin().bearer())
                .exchange());

        assertThat(list.findValuesAsString("message")).contains("charge.created", "reminder.document", "code.login");
    }

    private JsonNode preview(String language) {
        return body(http.get()
                .uri(TEMPLATES + "/charge.created/preview")
                .header("Authorization", TestTokens.admin().bearer())
                .header("Accept-Language", language)
                .exchange());
    }
}
