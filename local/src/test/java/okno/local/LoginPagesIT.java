package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import okno.local.machine.Port;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;

/** Our pages of the log-in in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoginPagesIT {

    static final String PASSWORD = "Long-enough-1-password";
    static final Map<String, List<String>> TITLES = Map.of(
            "ru",
            List.of("Вход по сертификату", "Новый пароль"),
            "en",
            List.of("Log in by certificate", "New password"));

    final Infrastructure running = Infrastructure.running();

    @Test
    void a_passkey_made_in_the_browser_logs_in_there_without_a_password() {
        Totp app = new Totp("BBmQfC73VGFhw7D4QJ8C");
        running.account("passkey-maker", PASSWORD, Map.of(), app.credential());
        try (Browser browser = new Browser("en")) {
            var page = browser.driver;
            page.get(loginPage(Map.of("kc_action", "webauthn-register-passwordless", "ui_locales", "en")));
            page.findElement(By.id("username")).sendKeys("passkey-maker");
            page.findElement(By.id("password")).sendKeys(PASSWORD);
            page.findElement(By.cssSelector("#kc-form-login [type=submit]")).click();
            page.findElement(By.id("otp")).sendKeys(app.code());
            page.findElement(By.cssSelector("#kc-otp-login-form [type=submit]")).click();
            page.findElement(By.id("registerWebAuthn")).click();
            await().until(() -> {
                // Chromium asks for a name of the passkey.
                return acceptPrompt(browser) || arrived(browser);
            });
            await().until(() -> arrived(browser));
            assertThat(page.getCurrentUrl()).contains("kc_action_status=success");

            page.manage().deleteAllCookies();
            page.get(loginPage(Map.of("ui_locales", "en", "prompt", "login")));
            if (!arrived(browser)) {
                page.findElements(By.id("authenticateWebAuthnButton")).forEach(button -> {
                    if (!arrived(browser)) {
                        button.click();
                    }
                });
            }

            await().until(() -> arrived(browser));
            assertThat(page.getCurrentUrl()).contains("code=").doesNotContain("error");
        }
    }

    @Test
    void the_new_pages_speak_russian_and_english() {
        for (String language : List.of("ru", "en")) {
            try (Browser browser = new Browser(language)) {
                var page = browser.driver;
                page.get(loginPage(Map.of("ui_locales", language)));
                browser.screenshot("login-" + language);
                page.findElement(By.id("try-another-way")).click();
                browser.screenshot("ways-" + language);
                page.findElements(By.cssSelector(".pf-v5-c-data-list__item-content, li div[role=button]"))
                        .getLast()
                        .click();
                assertThat(page.findElement(By.id("okno-certificate-text")).getText())
                        .startsWith("Okno: I log in at");
                assertThat(page.findElement(By.tagName("body")).getText())
                        .contains(TITLES.get(language).getFirst());
                browser.screenshot("certificate-" + language);
                page.findElement(By.id("signature")).sendKeys("bm9uc2Vuc2U=");
                page.findElement(By.cssSelector("#okno-certificate-form [type=submit]"))
                        .click();
                assertThat(page.findElement(By.id("input-error-signature")).getText())
                        .isNotBlank();
                browser.screenshot("certificate-refused-" + language);

                page.get(loginPage(Map.of("ui_locales", language)));
                page.findElement(By.cssSelector("a[href*=reset-credentials]")).click();
                page.findElement(By.id("username")).sendKeys("nobody-at-all");
                page.findElement(By.cssSelector("#kc-reset-password-form [type=submit]"))
                        .click();
                page.findElement(By.id("okno-recovery-way-form"));
                assertThat(page.findElement(By.tagName("body")).getText())
                        .contains(TITLES.get(language).getLast());
                browser.screenshot("recovery-way-" + language);
                page.findElement(By.cssSelector("button[value=phone]")).click();
                page.findElement(By.id("code")).sendKeys("123456");
                browser.screenshot("recovery-code-" + language);
            }
        }
    }

    private String loginPage(Map<String, String> more) {
        return running.stack.ports().url(Port.KEYCLOAK) + "/realms/okno/protocol/openid-connect/auth?"
                + Forms.encode(more) + "&"
                + Forms.encode(Map.of(
                        "client_id", "okno-web",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", running.stack.ports().url(Port.GATEWAY) + "/callback",
                        "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method", "S256"));
    }

    /** The gateway does not run here: the address is what counts. */
    private boolean arrived(Browser browser) {
        return String.valueOf(browser.driver.getCurrentUrl())
                .startsWith(running.stack.ports().url(Port.GATEWAY) + "/callback");
    }

    private static boolean acceptPrompt(Browser browser) {
        try {
            browser.driver.switchTo().alert().accept();
            return true;
        } catch (NoAlertPresentException none) {
            return false;
        }
    }
}
