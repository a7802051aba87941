package okno.payment.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors of the Standard Webhooks libraries. */
class CallbackSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String WRONG = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    @Test
    void accepts_the_published_vector_with_and_without_prefix() {
        assertThat(proves(SECRET, 0, GOOD, BODY)).isTrue();
        assertThat(proves(SECRET.substring("whsec_".length()), 0, GOOD, BODY)).isTrue();
    }

    @Test
    void accepts_when_one_of_several_signatures_matches() {
        assertThat(proves(SECRET, 0, WRONG + " v2," + WRONG + " " + GOOD + " " + WRONG, BODY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {WRONG, "v1,", "v1,g0hM9SsE", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "", " "})
    void refuses_every_other_signature(String signature) {
        assertThat(proves(SECRET, 0, signature, BODY)).isFalse();
    }

    @Test
    void refuses_a_body_that_differs_in_one_space() {
        assertThat(proves(SECRET, 0, GOOD, "{\"test\":2432232314}".getBytes(UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {301, -301})
    void refuses_what_is_older_or_newer_than_five_minutes(long seconds) {
        assertThat(proves(SECRET, seconds, GOOD, BODY)).isFalse();
        assertThat(proves(SECRET, seconds - Long.signum(seconds), GOOD, BODY)).isTrue();
    }

    @Test
    void refuses_missing_and_malformed_headers() {
        CallbackSignature signature = signature(SECRET, 0);

        assertThat(signature.proves(new CallbackSignature.Headers(null, TIME, GOOD), BODY))
                .isFalse();
        assertThat(signature.proves(new CallbackSignature.Headers(ID, null, GOOD), BODY))
                .isFalse();
        assertThat(signature.proves(new CallbackSignature.Headers(ID, TIME, null), BODY))
                .isFalse();
        assertThat(signature.proves(new CallbackSignature.Headers(ID, "hello", GOOD), BODY))
                .isFalse();
    }

    private static boolean proves(String secret, long secondsLater, String signatures, byte[] body) {
        return signature(secret, secondsLater).proves(new CallbackSignature.Headers(ID, TIME, signatures), body);
    }

    private static CallbackSignature signature(String secret, long secondsLater) {
        var properties = new ProviderProperties(
                "http://provider",
                "key",
                secret,
                "http://okno/callback",
                "http://okno/docs",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5));
        Instant now = Instant.ofEpochSecond(Long.parseLong(TIME) + secondsLater);
        return new CallbackSignature(properties, Clock.fixed(now, ZoneOffset.UTC));
    }
}
