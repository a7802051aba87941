package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.local.Infrastructure.Sms;
import okno.local.machine.Port;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What strangers try at the log-in, and the limits that they meet. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoginAbuseIT {

    static final String PASSWORD = "Long-enough-1-password";
    static final String WRONG = "Wrong-1-password";
    static final int ERRORS_PER_ADDRESS = 30;
    static final Pattern FORGOTTEN = Pattern.compile("href=\"([^\"]*reset-credentials[^\"]*)\"");

    final Infrastructure running = Infrastructure.running();

    @Test
    void one_password_on_many_accounts_ends_after_thirty_errors_of_an_address_and_harms_no_other() {
        running.account("sprayed", PASSWORD, Map.of(), running.passkey("sprayed"));
        Elsewhere stranger = new Elsewhere(2);
        for (int i = 0; i < ERRORS_PER_ADDRESS; i++) {
            assertThat(logIn(stranger, "somebody-" + i, WRONG).body()).doesNotContain("слишком много ошибок");
        }

        assertThat(logIn(stranger, "sprayed", PASSWORD).body()).contains("слишком много ошибок");

        assertThat(logIn(new Elsewhere(3), "sprayed", PASSWORD).body()).contains("webauth");
        HttpResponse<String> page = stranger.get(loginPage());
        assertThat(page.body()).as("a passkey is not limited").contains("id=\"webauth\"");
    }

    @Test
    void a_stranger_cannot_tell_who_has_an_account() {
        running.account("is-there", PASSWORD, Map.of("phone", "+79164440001", "phoneConfirmed", "true"));
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        Elsewhere stranger = new Elsewhere(4);
        String nobody = null;
        String somebody = null;
        for (int i = 0; i < 2; i++) {
            somebody = timed(known, () -> logIn(stranger, "is-there", WRONG)).body();
            nobody = timed(unknown, () -> logIn(stranger, "is-nobody", WRONG)).body();
        }

        assertThat(plain(somebody).replace("is-there", ""))
                .isEqualTo(plain(nobody).replace("is-nobody", ""));
        assertThat(least(known)).isBetween(least(unknown) / 3, least(unknown) * 3);
    }

    @Test
    void recovery_looks_and_lasts_the_same_whoever_is_asked_for() {
        running.account("forgets", PASSWORD, Map.of("phone", "+79164440002", "phoneConfirmed", "true"));
        running.account("no-phone-yet", PASSWORD, Map.of());
        for (String way : List.of("phone", "email")) {
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            String somebody = timed(known, () -> recover(new Elsewhere(5), "forgets", way))
                    .body();
            String without = recover(new Elsewhere(5), "no-phone-yet", way).body();
            String nobody = timed(unknown, () -> recover(new Elsewhere(5), "is-nobody", way))
                    .body();

            assertThat(plain(somebody)).as(way).isEqualTo(plain(nobody)).isEqualTo(plain(without));
            assertThat(Math.abs(known.getFirst() - unknown.getFirst())).as(way).isLessThan(400_000_000L);
        }
        assertThat(running.smsTo("+79164440002")).hasSize(1);
    }

    @Test
    void a_flood_of_recoveries_sends_three_messages_a_day_and_looks_as_if_it_sent_all() {
        running.account("flooded", PASSWORD, Map.of("phone", "+79164440003", "phoneConfirmed", "true"));
        for (int i = 0; i < 5; i++) {
            // Every time from another address: the account has a limit of its own.
            assertThat(recover(new Elsewhere(10 + i), "flooded", "phone").body())
                    .contains("okno-recovery-code-form");
        }

        assertThat(running.smsTo("+79164440003")).hasSize(3);
    }

    @Test
    void an_address_asks_for_ten_recoveries_an_hour_whatever_the_accounts() {
        Elsewhere stranger = new Elsewhere(20);
        for (int i = 0; i < 10; i++) {
            recover(stranger, "is-nobody-" + i, "phone");
        }
        running.account("spared", PASSWORD, Map.of("phone", "+79164440004", "phoneConfirmed", "true"));

        assertThat(recover(stranger, "spared", "phone").body()).contains("okno-recovery-code-form");

        assertThat(running.smsTo("+79164440004")).isEmpty();
    }

    @Test
    void guessing_the_code_of_a_recovery_ends_after_three_and_locks_nobody() {
        String id = running.account("guessed", PASSWORD, Map.of("phone", "+79164440005", "phoneConfirmed", "true"));
        Elsewhere stranger = new Elsewhere(21);
        HttpResponse<String> page = recover(stranger, "guessed", "phone");
        String right = code("+79164440005");
        for (int i = 0; i < 3; i++) {
            page = stranger.submit(page, Map.of("code", right.equals("000000") ? "000001" : "000000"));
        }
        page = stranger.submit(page, Map.of("code", right));

        assertThat(page.body()).contains("okno-recovery-code-form").doesNotContain("password-new");
        assertThat(running.lockout(id).get("disabled").asBoolean()).isFalse();
    }

    @Test
    void a_new_password_by_phone_lets_in_with_another_factor_only_and_lifts_the_lock() {
        Totp app = new Totp("recovered-1234567890");
        String id = running.account(
                "recovered", PASSWORD, Map.of("phone", "+79164440006", "phoneConfirmed", "true"), app.credential());
        Elsewhere owner = new Elsewhere(22);
        for (int i = 0; i < 3; i++) {
            logIn(owner, "recovered", WRONG);
            int failures = i + 1;
            await().untilAsserted(() ->
                    assertThat(running.lockout(id).get("numFailures").asInt()).isEqualTo(failures));
        }
        HttpResponse<String> page = recover(owner, "recovered", "phone");
        page = owner.submit(page, Map.of("code", code("+79164440006")));
        assertThat(page.body()).contains("password-new");
        page = owner.submit(page, Map.of("password-new", PASSWORD + "2", "password-confirm", PASSWORD + "2"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().toString()).doesNotContain("/callback");

        await().untilAsserted(() ->
                assertThat(running.lockout(id).get("disabled").asBoolean()).isFalse());
        // Whoever has the SIM card has the password now, and nothing more.
        assertThat(logIn(new Elsewhere(23), "recovered", PASSWORD + "2").body())
                .contains("name=\"otp\"")
                .doesNotContain("okno-sms-code-form")
                .doesNotContain("try-another-way");
        Logins.Attempt attempt = running.logins.begin("");
        attempt.form().submit(Map.of("username", "recovered", "password", PASSWORD + "2"));
        attempt.form().submit(Map.of("otp", app.code()));
        assertThat(running.logins.finish(attempt, null).accessToken()).isNotBlank();
        // The app has said that it was the owner: the phone counts again.
        assertThat(logIn(new Elsewhere(24), "recovered", PASSWORD + "2").body()).contains("try-another-way");
    }

    @Test
    void who_has_nothing_but_the_phone_is_sent_a_link_after_the_code_and_chooses_no_password_before() {
        running.account("only-a-phone", PASSWORD, Map.of("phone", "+79164440007", "phoneConfirmed", "true"));
        Elsewhere thief = new Elsewhere(25);

        HttpResponse<String> page = recover(thief, "only-a-phone", "phone");
        page = thief.submit(page, Map.of("code", code("+79164440007")));

        assertThat(page.body()).doesNotContain("password-new").doesNotContain("okno-recovery-code-form");
        assertThat(running.admin("/events?type=SEND_RESET_PASSWORD_ERROR&type=SEND_RESET_PASSWORD&user="
                        + running.admin("/users?exact=true&username=only-a-phone")
                                .get(0)
                                .get("id")
                                .asString()))
                .as("a letter was tried; no mail server here")
                .isNotEmpty();
        assertThat(logIn(new Elsewhere(26), "only-a-phone", PASSWORD).body())
                .as("nothing has changed")
                .contains("okno-sms-code-form");
    }

    @Test
    void a_temporary_password_is_as_wrong_as_any_other_when_its_time_is_over() {
        String id = running.account("at-the-desk", PASSWORD, Map.of("phone", "+79164440008", "phoneConfirmed", "true"));
        assertThat(temporary(id, "Ok7-abcd-efgh-jkmn", 3_600)).isEqualTo(204);
        assertThat(logIn(new Elsewhere(27), "at-the-desk", "Ok7-abcd-efgh-jkmn").body())
                .contains("okno-sms-code-form");

        String handedOut = "Ok7-npqr-stuv-wxyz";
        assertThat(temporary(id, handedOut, 0)).isEqualTo(204);
        assertThat(plain(logIn(new Elsewhere(28), "at-the-desk", handedOut).body())
                        .replace("at-the-desk", ""))
                .isEqualTo(
                        plain(logIn(new Elsewhere(28), "nobody-at-all", WRONG).body())
                                .replace("nobody-at-all", ""));
        assertThat(running.admin("/users/" + id + "/credentials").findValuesAsString("type"))
                .doesNotContain("password");

        // One that was changed in time stays.
        assertThat(temporary(id, "Ok7-2345-6789-abcd", 0)).isEqualTo(204);
        running.admin(
                "PUT",
                "/users/" + id + "/reset-password",
                Map.of("type", "password", "value", PASSWORD + "9", "temporary", false));
        running.admin("PUT", "/users/" + id, Map.of("requiredActions", List.of()));
        assertThat(logIn(new Elsewhere(29), "at-the-desk", PASSWORD + "9").body())
                .contains("okno-sms-code-form");
    }

    @Test
    void a_country_is_believed_from_the_proxy_that_keycloak_trusts_and_from_nobody_else() {
        assertThat(countryOf("travels", "+79164440010", new Elsewhere(99, "Okno-Country", "KZ")))
                .isEqualTo("KZ");
        assertThat(countryOf("travels-far", "+79164440011", new Elsewhere(99, "Okno-Country", "XX")))
                .isEmpty();
        assertThat(countryOf(
                        "lies",
                        "+79164440012",
                        new Elsewhere(31, "Okno-Country", "KZ", "X-Forwarded-Trusted-Proxy", "true")))
                .isEmpty();
    }

    private String countryOf(String user, String phone, Elsewhere browser) {
        String id = running.account(user, PASSWORD, Map.of("phone", phone, "phoneConfirmed", "true"));
        HttpResponse<String> page = logIn(browser, user, PASSWORD);
        page = browser.submit(page, Map.of("code", code(phone)));
        assertThat(page.headers().firstValue("Location").orElseThrow()).contains("/callback");
        var event = await().until(() -> running.admin("/events?type=LOGIN&user=" + id), events -> !events.isEmpty())
                .get(0);
        return running.admin("/okno-accounts/%s/log-ins/%s?at=%d"
                        .formatted(
                                id,
                                event.path("id").asString(),
                                event.path("time").asLong()))
                .path("country")
                .asString("");
    }

    private int temporary(String id, String password, int seconds) {
        return running.admin(
                        "PUT",
                        "/okno-accounts/" + id + "/temporary-password",
                        Map.of("value", password, "lifeSeconds", seconds))
                .statusCode();
    }

    private HttpResponse<String> logIn(Elsewhere browser, String user, String password) {
        return browser.submit(browser.get(loginPage()), Map.of("username", user, "password", password));
    }

    private HttpResponse<String> recover(Elsewhere browser, String user, String way) {
        HttpResponse<String> login = browser.get(loginPage());
        Matcher link = FORGOTTEN.matcher(login.body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> page =
                browser.get(login.uri().resolve(link.group(1).replace("&amp;", "&")));
        return browser.submit(browser.submit(page, Map.of("username", user)), Map.of("way", way));
    }

    private URI loginPage() {
        return URI.create(running.stack.ports().url(Port.KEYCLOAK) + "/realms/okno/protocol/openid-connect/auth?"
                + Forms.encode(Map.of(
                        "client_id", "okno-web",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", running.stack.ports().url(Port.GATEWAY) + "/callback",
                        "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method", "S256")));
    }

    /** What a person reads: without the tokens and numbers that are new in each page. */
    private static String plain(String page) {
        return page.replaceAll("(?si)<script.*?</script>", "")
                .replaceAll("(?s)<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    private static HttpResponse<String> timed(List<Long> times, Supplier<HttpResponse<String>> call) {
        long from = System.nanoTime();
        HttpResponse<String> answer = call.get();
        times.add(System.nanoTime() - from);
        return answer;
    }

    private static long least(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    private String code(String phone) {
        return running.smsTo(phone).stream()
                .reduce((earlier, later) -> later)
                .map(Sms::code)
                .orElseThrow();
    }
}
