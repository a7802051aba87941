package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import okno.local.Logins;
import okno.local.OwnFactors;
import okno.local.demo.Portal;
import okno.local.demo.Visitor;
import okno.local.machine.Port;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in and out that need more than Keycloak alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoginIT {

    private static final String MFC = "0198c0de-0000-7000-8000-000000000007";
    private static final Logins LOGINS = RunningOkno.logins();
    private static final List<Port> SERVICES = List.of(
            Port.GATEWAY,
            Port.IDENTITY,
            Port.APPLICATION,
            Port.REGISTRY,
            Port.PAYMENT,
            Port.ORG,
            Port.NOTIFICATION,
            Port.WEBHOOK);

    @Test
    void a_certificate_alone_logs_in_at_the_highest_level_and_another_text_does_not(@TempDir Path folder) {
        assumeTrue(OwnCertificate.canBeMade(), "openssl is not installed");
        String snils = me("citizen")
                .get("/api/v1/me")
                .send()
                .expect(200)
                .json()
                .path("snils")
                .asString();
        OwnCertificate certificate = OwnCertificate.of(snils.replaceAll("\\D", ""), RunningOkno.secrets(), folder);

        String token = LOGINS.loginWithCertificate(certificate::sign).accessToken();

        assertThat(claims(token)).contains("\"acr\":\"qes\"");
        visitor(token).get("/api/v1/me").send().expect(200);
        assertThatThrownBy(() -> LOGINS.loginWithCertificate(text -> certificate.sign(text + " ")))
                .isInstanceOf(Logins.LoginRefused.class)
                .hasMessageContaining("не тот текст");
    }

    @Test
    void app_recovery_code_sms_and_passkey_each_give_a_token_that_the_gateway_lets_through() {
        Registrant person = Registrant.known();
        Instant since = Instant.now();
        OwnFactors factors =
                OwnFactors.setUp(LOGINS, person.email(), Registrant.PASSWORD, () -> person.codeSince(since));

        // By SMS: person.token().
        for (String token : List.of(
                person.token(),
                factors.loginWithApp().accessToken(),
                factors.loginWithRecoveryCode().accessToken())) {
            assertThat(claims(token)).contains("\"acr\":\"2fa\"");
            assertThat(visitor(token).get("/api/v1/me").send().expect(200).text())
                    .contains(person.phone());
        }
        String byPasskey = LOGINS.loginWithPasskey("mfc", MFC).accessToken();
        assertThat(claims(byPasskey)).contains("\"acr\":\"2fa\"");
        visitor(byPasskey).get("/api/v1/me").send().expect(200);
    }

    @Test
    void an_ended_session_is_refused_by_every_service_within_five_seconds() {
        String token = LOGINS.accessToken("citizen2");
        for (Port service : SERVICES) {
            assertThat(status(service, token)).as(service.name()).isNotEqualTo(401);
        }
        String session = claims(token).replaceAll("(?s).*\"sid\":\"([^\"]+)\".*", "$1");

        visitor(token).delete("/api/v1/me/sessions/" + session).send().expect(204);

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    for (Port service : SERVICES) {
                        assertThat(status(service, token)).as(service.name()).isEqualTo(401);
                    }
                });
    }

    /** A path that no service has: a good token finds nothing there, a bad one is not let so far. */
    private static int status(Port service, String token) {
        return new Portal(RunningOkno.ports().url(service), exchange -> {})
                .visitor("citizen2", () -> token)
                .get("/api/v1/nothing-here")
                .send()
                .status();
    }

    private static Visitor me(String user) {
        return RunningOkno.people().person(user);
    }

    private static Visitor visitor(String token) {
        return RunningOkno.portal().visitor("somebody", () -> token);
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), UTF_8);
    }
}
