package okno.webhook.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {

    /** Published by Standard Webhooks (libraries/*) and, for the last, computed by two of its libraries. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw|msg_p5jXN8AQM9LWM0D4loKWxJek|1614265330|{\"test\": 2432232314}|v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD|msg_27UH4WbU6Z5A5EzD8u03UvzRbpk|1649367553|{\"email\":\"test@example.com\",\"username\":\"test_user\"}|v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw|msg_fixed_1|1700000000|{\"ім'я\":\"Олена\",\"n\":1}|v1,byURSRJJxmsZj20SUjHo0H4/I52eoj89bEfQYxfkMfs="
            })
    void signs_the_published_vectors(String secret, String id, long timestamp, String body, String expected) {
        var key = new SigningKey(SigningSecret.parse(secret));

        assertThat(sign(List.of(key), id, Instant.ofEpochSecond(timestamp), body))
                .isEqualTo(expected);
        // A Mac that is used again starts afresh.
        assertThat(sign(List.of(key), id, Instant.ofEpochSecond(timestamp), body))
                .isEqualTo(expected);
    }

    @Test
    void independent_verifiers_accept_it_and_refuse_one_changed_byte() throws Exception {
        SigningSecret secret = SigningSecret.random();
        Instant now = Instant.now();
        String body = "{\"type\":\"okno.application.submitted.v1\",\"data\":{\"number\":\"Ж-1\"}}";
        var headers = headers("0198c0de", now, sign(List.of(new SigningKey(secret)), "0198c0de", now, body));
        var standard = new Webhook(secret.reveal());
        var svix = new com.svix.Webhook(secret.reveal());

        assertThatCode(() -> standard.verify(body, headers)).doesNotThrowAnyException();
        assertThatCode(() -> svix.verify(body, headers)).doesNotThrowAnyException();
        String tampered = body.replace("Ж-1", "Ж-2");
        assertThatThrownBy(() -> standard.verify(tampered, headers)).hasMessageContaining("signature");
        assertThatThrownBy(() -> svix.verify(tampered, headers)).hasMessageContaining("signature");
    }

    @Test
    void during_a_rotation_both_secrets_verify() throws Exception {
        SigningSecret old = SigningSecret.random();
        SigningSecret fresh = SigningSecret.random();
        Instant now = Instant.now();
        var headers = headers("id", now, sign(List.of(new SigningKey(fresh), new SigningKey(old)), "id", now, "{}"));

        for (SigningSecret secret : List.of(old, fresh)) {
            var verifier = new Webhook(secret.reveal());
            assertThatCode(() -> verifier.verify("{}", headers)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_secret_has_the_standard_form_and_does_not_print() {
        SigningSecret secret = SigningSecret.random();

        assertThat(secret.reveal()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret.toString()).isEqualTo("whsec_***");
        assertThat(SigningSecret.parse(secret.reveal()).reveal()).isEqualTo(secret.reveal());
    }

    private static String sign(List<SigningKey> keys, String id, Instant at, String body) {
        return SigningKey.signature(keys, id, at, body.getBytes(UTF_8));
    }

    private static HttpHeaders headers(String id, Instant at, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }
}
