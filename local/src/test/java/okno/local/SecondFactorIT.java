package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import okno.local.Infrastructure.Sms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondFactorIT {

    static final String PASSWORD = "Long-enough-1-password";
    static final String CODE_FORM = "okno-sms-code-form";
    static final String PHONE_FORM = "okno-sms-phone-form";

    final Infrastructure running = Infrastructure.running();

    @AfterEach
    void mendProvider() {
        running.smsProviderAnswers(202);
    }

    @Test
    void a_code_by_sms_gives_the_second_level() throws Exception {
        account("texted", "+79161110001");
        var tokens = running.logins.loginWithCode("texted", PASSWORD, () -> last("+79161110001"));

        JWTClaimsSet claims = SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("acr")).isEqualTo("2fa");
        assertThat(claims.getClaims().toString()).doesNotContain("+7916");
    }

    @Test
    void a_person_without_a_factor_confirms_a_phone_first() {
        account("no-phone", null);
        Logins.Attempt attempt = passwordGiven("no-phone", "2fa");
        assertThat(attempt.form().shown()).contains(PHONE_FORM);

        attempt.form().submit(Map.of("phone", "12345"));
        assertThat(attempt.form().fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("+7"));
        attempt.form().submit(Map.of("phone", "8 (916) 111-00-02"));
        assertThat(attempt.form().shown()).contains(CODE_FORM);
        attempt.form().submit(Map.of("code", last("+79161110002")));

        assertThat(running.logins.finish(attempt, null).accessToken()).isNotBlank();
        var attributes =
                running.admin("/users?exact=true&username=no-phone").get(0).get("attributes");
        assertThat(attributes.get("phone").get(0).asString()).isEqualTo("+79161110002");
        assertThat(attributes.get("phoneConfirmed").get(0).asString()).isEqualTo("true");
    }

    @Test
    void a_phone_that_was_registered_with_is_confirmed_as_it_is() {
        running.account("registered", PASSWORD, Map.of("phone", "+79161110007", "phoneConfirmed", "false"));
        Logins.Attempt attempt = passwordGiven("registered", "2fa");
        assertThat(attempt.form().shown()).contains(CODE_FORM);

        attempt.form().submit(Map.of("phone", "+79161110099"));
        assertThat(running.smsTo("+79161110099")).isEmpty();
        attempt.form().submit(Map.of("code", last("+79161110007")));

        assertThat(running.logins.finish(attempt, null).accessToken()).isNotBlank();
    }

    @Test
    void who_has_another_factor_cannot_add_a_phone_with_the_password_alone() {
        Totp app = new Totp("DJmQfC73VGFhw7D4QJ8A");
        running.account("has-totp", PASSWORD, Map.of(), app.credential());
        Logins.Attempt attempt = running.logins.begin(Map.of("kc_action", "okno-confirm-phone"));
        attempt.form().submit(Map.of("username", "has-totp", "password", PASSWORD));

        assertThat(attempt.form().shown()).contains("kc-otp-login-form");
        attempt.form().submit(Map.of("phone", "+79161110098", "code", "000000"));
        assertThat(running.smsTo("+79161110098")).isEmpty();
        assertThatThrownBy(attempt.form()::answer).isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void the_third_wrong_code_locks_the_account_and_the_right_one_comes_too_late() {
        String id = account("guesser", "+79161110003");
        Logins.Attempt attempt = passwordGiven("guesser", "2fa");
        String right = last("+79161110003");

        for (int i = 0; i < 3; i++) {
            attempt.form().submit(Map.of("code", right.equals("000000") ? "000001" : "000000"));
            assertThat(attempt.form().shown()).contains(CODE_FORM);
            // Keycloak counts in the background, and answers nobody meanwhile.
            int failures = i + 1;
            await().untilAsserted(() ->
                    assertThat(running.lockout(id).get("numFailures").asInt()).isEqualTo(failures));
        }
        assertThat(running.lockout(id).get("disabled").asBoolean()).isTrue();
        attempt.form().submit(Map.of("code", right));

        assertThatThrownBy(attempt.form()::answer).isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void a_page_that_is_loaded_again_or_asked_again_at_once_sends_no_second_message() {
        account("impatient", "+79161110004");
        Logins.Attempt attempt = passwordGiven("impatient", "2fa");

        attempt.form().submit(Map.of("resend", "true"));

        assertThat(attempt.form().fault()).isPresent();
        assertThat(running.smsTo("+79161110004")).hasSize(1);
    }

    @Test
    void the_sixth_message_to_a_phone_in_an_hour_is_not_sent() {
        account("pumped", "+79161110005");

        for (int i = 0; i < 6; i++) {
            assertThat(passwordGiven("pumped", "2fa").form().shown()).contains(CODE_FORM);
        }

        assertThat(running.smsTo("+79161110005")).hasSize(5);
    }

    @Test
    void a_provider_that_fails_leaves_the_person_with_an_explanation() {
        account("unlucky", "+79161110006");
        running.smsProviderAnswers(503);
        Logins.Attempt attempt = passwordGiven("unlucky", "2fa");
        assertThat(attempt.form().fault()).isPresent();

        running.smsProviderAnswers(202);
        attempt.form().submit(Map.of("resend", "true"));
        attempt.form().submit(Map.of("code", last("+79161110006")));

        assertThat(running.logins.finish(attempt, null).accessToken()).isNotBlank();
    }

    private String account(String name, String phone) {
        return running.account(
                name, PASSWORD, phone == null ? Map.of() : Map.of("phone", phone, "phoneConfirmed", "true"));
    }

    private Logins.Attempt passwordGiven(String user, String acr) {
        Logins.Attempt attempt = running.logins.begin(acr);
        attempt.form().submit(Map.of("username", user, "password", PASSWORD));
        return attempt;
    }

    /** The code in the newest message. */
    private String last(String phone) {
        return running.smsTo(phone).stream()
                .reduce((earlier, later) -> later)
                .map(Sms::code)
                .orElseThrow();
    }
}
