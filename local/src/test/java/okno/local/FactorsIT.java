package okno.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okno.local.Infrastructure.Sms;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each way in, on the real Keycloak; the code by SMS is {@link SecondFactorIT}'s. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactorsIT {

    static final String PASSWORD = "Long-enough-1-password";
    static final String MFC = "0198c0de-0000-7000-8000-000000000007";
    static final String SMS = "Код из СМС";
    static final String RECOVERY = "Резервный код";
    static final Pattern GENERATED_AT = Pattern.compile("name=\"generatedAt\" value=\"([^\"]+)\"");
    static final Pattern RECOVERY_CODES = Pattern.compile("name=\"generatedRecoveryAuthnCodes\" value=\"([^\"]+)\"");

    final Infrastructure running = Infrastructure.running();

    @Test
    void password_and_authenticator_app() throws Exception {
        Totp app = new Totp("DJmQfC73VGFhw7D4QJ8A");
        running.account("app-owner", PASSWORD, Map.of(), app.credential());
        Logins.Attempt attempt = passwordGiven("app-owner");

        assertThat(attempt.form().shown()).contains("kc-otp-login-form");
        String code = app.code();
        attempt.form().submit(Map.of("otp", code));

        assertThat(acr(attempt)).isEqualTo("2fa");
        Logins.Attempt again = passwordGiven("app-owner");
        again.form().submit(Map.of("otp", code));
        assertThat(again.form().fault()).as("the same code a second time").isPresent();
    }

    @Test
    void password_and_recovery_code_each_good_once() throws Exception {
        running.account("code-keeper", PASSWORD, confirmed("+79162220001"));
        Logins.Attempt making = running.logins.begin(Map.of("kc_action", "CONFIGURE_RECOVERY_AUTHN_CODES"));
        making.form().submit(Map.of("username", "code-keeper", "password", PASSWORD));
        making.form().submit(Map.of("code", lastTo("+79162220001")));
        var codes = RECOVERY_CODES.matcher(making.form().html());
        assertThat(codes.find()).isTrue();
        var generatedAt = GENERATED_AT.matcher(making.form().html());
        assertThat(generatedAt.find()).isTrue();
        making.form()
                .submit(Map.of(
                        "generatedRecoveryAuthnCodes",
                        codes.group(1),
                        "generatedAt",
                        generatedAt.group(1),
                        "userLabel",
                        "paper"));
        assertThat(making.form().answer()).containsEntry("kc_action_status", "success");

        String first = codes.group(1).split(",")[0];
        Logins.Attempt attempt = passwordGiven("code-keeper");
        attempt.form().otherWay(RECOVERY);
        attempt.form().submit(Map.of("recoveryCodeInput", first));
        assertThat(acr(attempt)).isEqualTo("2fa");

        Logins.Attempt again = passwordGiven("code-keeper");
        again.form().otherWay(RECOVERY);
        again.form().submit(Map.of("recoveryCodeInput", first));
        assertThatThrownBy(again.form()::answer).isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void a_passkey_alone_is_two_factors() throws Exception {
        String token = running.logins.loginWithPasskey("mfc", MFC).accessToken();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("acr"))
                .isEqualTo("2fa");
    }

    @Test
    void a_passkey_that_signs_for_another_site_or_another_challenge_is_refused() {
        Logins.Attempt attempt = running.logins.begin("");
        String challenge = attempt.form().challenge().orElseThrow();
        var elsewhere = URI.create("http://evil.example:8180");
        attempt.form().submit("webauth", answer(elsewhere, challenge));
        assertThatThrownBy(attempt.form()::answer).isInstanceOf(Logins.LoginRefused.class);

        Logins.Attempt replay = running.logins.begin("");
        replay.form().submit("webauth", answer(replay.form().origin(), challenge));
        assertThatThrownBy(replay.form()::answer).isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void nobody_gets_in_with_the_password_alone() {
        running.account("plain", PASSWORD, confirmed("+79162220002"));
        for (Map<String, String> asked : List.of(Map.<String, String>of(), Map.of("acr_values", "pwd"))) {
            Logins.Attempt attempt = running.logins.begin(asked);
            attempt.form().submit(Map.of("username", "plain", "password", PASSWORD));
            assertThatThrownBy(attempt.form()::answer).isInstanceOf(Logins.LoginRefused.class);
        }
    }

    @Test
    void other_ways_are_those_that_the_person_has() {
        Totp app = new Totp("AAmQfC73VGFhw7D4QJ8B");
        running.account("app-only", PASSWORD, Map.of(), app.credential());
        running.account("app-and-phone", PASSWORD, confirmed("+79162220003"), app.credential());

        assertThat(passwordGiven("app-only").form().otherWays()).isEmpty();
        assertThat(passwordGiven("app-and-phone").form().otherWays())
                .containsKey(SMS)
                .hasSize(2);
    }

    @Test
    void a_lock_keeps_strangers_out_and_lets_the_owner_in_by_passkey() throws Exception {
        String id = running.account("locked-out", PASSWORD, confirmed("+79162220004"), running.passkey("locked-out"));
        for (int i = 1; i <= 3; i++) {
            Logins.Attempt wrong = running.logins.begin("");
            wrong.form().submit(Map.of("username", "locked-out", "password", "Wrong-1-password"));
            int failures = i;
            await().untilAsserted(() ->
                    assertThat(running.lockout(id).get("numFailures").asInt()).isEqualTo(failures));
        }
        assertThat(running.lockout(id).get("disabled").asBoolean()).isTrue();

        Logins.Attempt rightPassword = passwordGiven("locked-out");
        assertThatThrownBy(rightPassword.form()::answer).isInstanceOf(Logins.LoginRefused.class);
        String token = running.logins.loginWithPasskey("locked-out", id).accessToken();
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject()).isEqualTo(id);
    }

    private Map<String, String> answer(URI origin, String challenge) {
        Map<String, String> answer =
                new HashMap<>(running.stack.secrets().passkey("mfc").answer(origin, challenge));
        answer.put("userHandle", Base64.getUrlEncoder().withoutPadding().encodeToString(MFC.getBytes(UTF_8)));
        return answer;
    }

    private Logins.Attempt passwordGiven(String user) {
        Logins.Attempt attempt = running.logins.begin("");
        attempt.form().submit(Map.of("username", user, "password", PASSWORD));
        return attempt;
    }

    private String acr(Logins.Attempt attempt) throws Exception {
        String token = running.logins.finish(attempt, null).accessToken();
        return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("acr");
    }

    private static Map<String, String> confirmed(String phone) {
        return Map.of("phone", phone, "phoneConfirmed", "true");
    }

    private String lastTo(String phone) {
        return running.smsTo(phone).stream()
                .reduce((earlier, later) -> later)
                .map(Sms::code)
                .orElseThrow();
    }
}
