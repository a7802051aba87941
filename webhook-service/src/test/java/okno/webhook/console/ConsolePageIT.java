package okno.webhook.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import okno.webhook.LoginServer;
import okno.webhook.Receiver;
import okno.webhook.Receiver.Answer;
import okno.webhook.WebhookServiceTestCase;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The engineer's page in a real browser, against the running service. */
class ConsolePageIT extends WebhookServiceTestCase {

    private final String agency = newAgencyCode();
    private final TestToken machine = newAgency(agency);
    private final TestToken engineer =
            TestTokens.integrator(UUID.randomUUID().toString()).agency(agency);
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void logIn() {
        LoginServer.SHARED.person(engineer);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_engineer_sees_what_failed_checks_the_signature_and_sends_again() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED, STATUS_CHANGED);
        receiver.behave(message -> new Answer(500, Map.of(), "<b>database is down</b>"));
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().until(() -> !receiver.events().isEmpty());
        receiver.behave(message -> Answer.status(204));
        await().until(() -> receiver.events().size() >= 2);

        try (Browser browser = Browser.open("ru")) {
            browser.go(page());
            browser.find("table .url");
            assertThat(browser.text())
                    .contains("Адреса доставки", LoginServer.NAME, "Ведомство: " + agency, "Работает");
            assertNoBarriers(browser);
            browser.shoot("list-ru");

            browser.find("table .url").click();
            browser.find(".deliveries tbody a");
            assertThat(browser.text()).contains("Приостановить", "Доставлено", "application.submitted.v1");
            assertNoBarriers(browser);
            browser.shoot("endpoint-ru");

            String opened = browser.address();
            browser.script("document.getElementById('skip').click()");
            assertThat(browser.script("return document.activeElement.id")).isEqualTo("content");
            assertThat(browser.address()).isEqualTo(opened);

            browser.find(".deliveries tbody a").click();
            browser.find(".steps");
            // What a receiver answers is text, whatever it looks like.
            assertThat(browser.text()).contains("<b>database is down</b>", "500", "204");
            assertThat(browser.all("td b")).isEmpty();

            Receiver.Message last = receiver.events().getLast();
            browser.find("#secret-field").sendKeys("whsec_no");
            browser.find("#compute").click();
            assertThat(browser.text()).contains("Это не ключ");
            browser.find("#secret-field").clear();
            browser.find("#secret-field").sendKeys(endpoint.secret());
            browser.find("#compute").click();
            await().untilAsserted(() -> assertThat(browser.find("#signature").getText())
                    .isEqualTo(last.signatures().getFirst()));
            browser.find("#received").sendKeys(last.signatures().getFirst());
            assertThat(browser.find("#verdict").getText()).contains("подпись верна");
            browser.find("#received").sendKeys("x");
            assertThat(browser.find("#verdict").getText()).contains("Не совпадает");
            assertNoBarriers(browser);
            browser.shoot("delivery-ru");
            browser.script("document.querySelector('.steps').scrollIntoView()");
            browser.shoot("signature-ru");

            int before = receiver.events().size();
            browser.find("#redeliver").click();
            await().until(() -> receiver.events().size() > before);
            // The new attempt comes by itself.
            await().atMost(Duration.ofSeconds(12)).untilAsserted(() -> assertThat(browser.all(".card tbody tr"))
                    .hasSizeGreaterThanOrEqualTo(3));

            assertThat(browser.complaints()).isEmpty();
            keepsItsSecrets(browser, endpoint.secret());
        }
    }

    @Test
    void an_engineer_adds_pauses_and_tests_an_endpoint_by_keyboard_in_english() {
        try (Browser browser = Browser.open("en")) {
            browser.go(page());
            browser.find("#add");
            assertThat(browser.text()).contains("No endpoints yet");
            browser.find("#add").sendKeys(Keys.ENTER);
            browser.find("dialog input[name=url]").sendKeys("https://user@example.org/");
            browser.find("dialog input[value='" + SUBMITTED + "']").sendKeys(Keys.SPACE);
            assertNoBarriers(browser);
            browser.shoot("add-en");
            browser.find("dialog button[type=submit]").sendKeys(Keys.ENTER);
            await().untilAsserted(() -> assertThat(browser.text()).contains("must not contain a user name"));

            // What was typed is still there, and can be mended.
            browser.find("dialog input[name=url]").clear();
            browser.find("dialog input[name=url]").sendKeys(receiver.url());
            browser.find("dialog button[type=submit]").sendKeys(Keys.ENTER);
            String secret = browser.find("#secret").getText();
            assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
            browser.shoot("secret-en");
            browser.press("Done");
            // Active by itself, as soon as the challenge is answered.
            await().atMost(Duration.ofSeconds(12))
                    .untilAsserted(() -> assertThat(browser.text()).contains("Works"));
            assertThat(browser.text()).doesNotContain(secret);

            browser.press("Send a test");
            await().untilAsserted(() -> assertThat(browser.text()).contains("Test delivered: answer 204"));
            browser.press("Pause");
            await().untilAsserted(() -> assertThat(browser.text()).contains("Paused"));
            browser.press("Rotate the secret");
            browser.find("dialog input[name=hours]");
            browser.press("Rotate the secret");
            assertThat(browser.find("#secret").getText()).startsWith("whsec_").isNotEqualTo(secret);
            browser.press("Done");
            browser.press("Resume");
            browser.find("dialog input[name=recoverFrom]");
            browser.press("Resume");
            await().untilAsserted(() -> assertThat(browser.text()).contains("Resumed", "Works"));
            assertThat(browser.find(".watch input").isSelected()).isTrue();
            browser.shoot("endpoint-en");
            // The refused address above is the one complaint: a 422 that the page has shown.
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    @Test
    void nothing_is_wider_than_a_small_telephone_and_a_dead_endpoint_is_seen_at_once() {
        activeEndpoint(machine, receiver, SUBMITTED);
        receiver.behave(message -> Answer.status(503));
        for (int i = 0; i < 4; i++) {
            publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        }

        try (Browser browser = Browser.open("en")) {
            browser.viewport(360, 740);
            browser.go(page());
            await().atMost(Duration.ofSeconds(12))
                    .untilAsserted(() -> assertThat(browser.text()).contains("Failing"));
            browser.shoot("list-360-en");
            fits(browser);
            browser.find("table .url").click();
            browser.find(".deliveries tbody a");
            fits(browser);
            assertNoBarriers(browser);
            browser.shoot("endpoint-360-en");
            browser.find("#language").click();
            await().untilAsserted(() -> assertThat(browser.text()).contains("Доставки", "Не отвечает"));
            fits(browser);
            browser.find(".deliveries tbody a").click();
            browser.find(".steps");
            fits(browser);
            browser.shoot("delivery-360-ru");
        }
    }

    @Test
    void who_may_not_use_it_is_told_so_and_sees_nothing() {
        activeEndpoint(machine, receiver, SUBMITTED);
        LoginServer.SHARED.person(
                TestTokens.officer(UUID.randomUUID().toString()).agency(agency));

        try (Browser browser = Browser.open("ru")) {
            browser.go(page());
            // An officer works on applications; there is no organisation to act for either.
            await().untilAsserted(() -> assertThat(browser.text()).contains("Нет доступа"));
            assertThat(browser.text()).doesNotContain(receiver.url());
        }
    }

    @Test
    void the_page_may_load_and_tell_nothing_but_what_it_needs() throws Exception {
        HttpResponse<String> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(HttpRequest.newBuilder(URI.create(page())).build(), BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("connect-src 'self' " + LoginServer.SHARED.issuer())
                .doesNotContain("unsafe");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        // No script, style or handler in the page itself.
        assertThat(answer.body()).doesNotContainPattern("<script(?![^>]*src=)|<style|\\son\\w+=|style=");
    }

    private String page() {
        return "http://localhost:" + port + "/console/webhooks/";
    }

    private static void assertNoBarriers(Browser browser) {
        assertThat(browser.barriers())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static void fits(Browser browser) {
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo(360L);
    }

    /** No token in an address or in storage; the pasted secret went nowhere. */
    private static void keepsItsSecrets(Browser browser, String secret) {
        assertThat(browser.address()).doesNotContain("code=").doesNotContain("ey");
        assertThat(browser.script(
                        "return JSON.stringify([localStorage, sessionStorage, document.cookie, history.state])"))
                .asString()
                .doesNotContain("eyJ")
                .doesNotContain("verifier")
                .doesNotContain(secret);
        assertThat(LoginServer.SHARED.requests()).noneMatch(request -> request.contains(secret.substring(6)));
        List<?> asked =
                (List<?>) browser.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
        assertThat(asked).isNotEmpty().allSatisfy(name -> assertThat(name.toString())
                .doesNotContain(secret.substring(6, 20))
                .doesNotContain("eyJ"));
    }
}
