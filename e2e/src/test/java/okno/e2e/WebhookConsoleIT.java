package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.local.demo.CompanyVisit;
import okno.local.demo.People;
import okno.local.demo.Subscription;
import okno.local.demo.Visitor;
import okno.local.machine.Port;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The engineer of the tax service looks after its webhooks, logged in at Keycloak, through the gateway. */
class WebhookConsoleIT {

    private static final Visitor ENGINEER = RunningOkno.people().person("integrator");
    private static final Visitor MACHINE = RunningOkno.people().machine("agency-fns");
    private static final WebhookReceiver RECEIVER = new WebhookReceiver();

    private static final Map<String, String> PHONES = Map.of("integrator", "+79160000006", "head", "+79160000003");

    private static String endpoint;

    @BeforeAll
    static void the_agency_has_an_endpoint() {
        endpoint = Subscription.open(MACHINE, RECEIVER.url(), List.of("okno.application.submitted.v1"), secret -> {})
                .path("id")
                .asString();
    }

    @AfterAll
    static void close() {
        Subscription.closeOld(MACHINE, RECEIVER.url());
        RECEIVER.close();
    }

    @Test
    void the_engineer_sees_the_endpoint_of_the_agencys_system_and_an_officer_does_not() {
        ENGINEER.get("/api/v1/webhooks/endpoints/" + endpoint).send().expect(200);
        assertThat(ENGINEER.get("/api/v1/webhooks/health").send().expect(200).text())
                .contains(endpoint);
        RunningOkno.people()
                .person("officer")
                .get("/api/v1/webhooks/endpoints/" + endpoint)
                .send()
                .expect(403);
        RunningOkno.people()
                .machine("agency-mvd")
                .get("/api/v1/webhooks/endpoints/" + endpoint)
                .send()
                .expect(404);
    }

    @Test
    void the_page_comes_through_the_gateway_with_its_own_policy() {
        var page = RunningOkno.people()
                .anybody()
                .get("/console/webhooks/")
                .header("Accept", "text/html")
                .send()
                .expect(200);

        assertThat(page.text()).contains("app.js");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains(RunningOkno.ports().url(Port.KEYCLOAK).getAuthority());
    }

    @Test
    void the_engineer_logs_in_and_sends_a_test() {
        String page = page() + "#/endpoints/" + endpoint;
        ChromeDriver browser = logIn("integrator", page);
        try {
            // Back where the log-in began, with nothing of it left in the address.
            browser.findElement(By.cssSelector(".toolbar .primary")).click();
            await().untilAsserted(() ->
                    assertThat(browser.findElement(By.id("notices")).getText()).contains("204"));
            assertThat(browser.getCurrentUrl()).isEqualTo(page);
            assertThat(browser.findElement(By.id("who")).getText()).contains("fns", "Власов");

            // A reload forgets the tokens; the session at Keycloak gives others without a form.
            browser.navigate().refresh();
            assertThat(browser.findElement(By.cssSelector("h1.url")).getText())
                    .isEqualTo(RECEIVER.url().toString());
        } finally {
            browser.quit();
        }
    }

    @Test
    void the_head_of_a_company_acts_for_it_and_sees_its_endpoints_only() {
        new CompanyVisit(RunningOkno.people().person("head"), People.COMPANY).link();
        ChromeDriver browser = logIn("head", page());
        try {
            await().untilAsserted(() ->
                    assertThat(browser.findElement(By.id("who")).getText()).contains("Ромашка"));
            assertThat(browser.findElement(By.id("add")).isDisplayed()).isTrue();
            assertThat(browser.findElement(By.id("content")).getText())
                    .doesNotContain(RECEIVER.url().toString());
        } finally {
            browser.quit();
        }
    }

    private static String page() {
        return RunningOkno.ports().url(Port.GATEWAY) + "/console/webhooks/";
    }

    /** Skips the test where no browser is installed. */
    private static ChromeDriver logIn(String user, String page) {
        Path chromium = find("chromium");
        Path driver = find("chromedriver");
        assumeTrue(chromium != null && driver != null, "chromium and chromedriver are not installed");
        var options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1180,900");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build();
        var browser = new ChromeDriver(service, options);
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(15));
        browser.get(page);
        browser.findElement(By.id("username")).sendKeys(user);
        browser.findElement(By.id("password")).sendKeys(RunningOkno.logins().password());
        browser.findElement(By.cssSelector("[type=submit]")).click();
        // The demo user's passkey is a file, which no browser has: by SMS, then.
        Instant since = Instant.now();
        browser.findElement(By.id("try-another-way")).click();
        browser.findElement(By.xpath("//h2[contains(., 'SMS') or contains(., 'СМС')]"))
                .click();
        browser.findElement(By.id("code")).sendKeys(RunningOkno.outside().codeSentTo(PHONES.get(user), since));
        browser.findElement(By.cssSelector("#okno-sms-code-form [type=submit]")).click();
        return browser;
    }

    private static @Nullable Path find(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
