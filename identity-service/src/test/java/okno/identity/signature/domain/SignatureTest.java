package okno.identity.signature.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import okno.platform.core.Ids;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Signature signature =
            Signature.requested(Ids.next(), Ids.next(), null, "a".repeat(64), 3, Duration.ofMinutes(5), NOW);

    @Test
    void waits_for_its_code_for_five_minutes() {
        signature.requireConfirmable(NOW.plusSeconds(299));
        assertRefused(signature, NOW.plusSeconds(300), "signature_expired");
    }

    @Test
    void the_third_wrong_code_ends_it() {
        Signature second = signature.missed().missed();
        assertThat(second.status()).isEqualTo(SignatureStatus.PENDING);
        Signature third = second.missed();
        assertThat(third.attemptsLeft()).isZero();
        assertRefused(third, NOW, "signature_expired");
    }

    @Test
    void is_confirmed_once() {
        Signature confirmed = signature.confirmed(NOW.plusSeconds(10));
        assertThat(confirmed.confirmedAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(confirmed.statusAt(NOW.plusSeconds(9999))).isEqualTo(SignatureStatus.CONFIRMED);
        assertRefused(confirmed, NOW.plusSeconds(20), "signature_already_confirmed");
    }

    @Test
    void codes_have_six_digits_and_are_never_printed() {
        for (int i = 0; i < 1000; i++) {
            OneTimeCode code = OneTimeCode.random();
            assertThat(code.digits()).matches("\\d{6}");
            assertThat(code.toString()).doesNotContain(code.digits());
        }
    }

    private static void assertRefused(Signature signature, Instant when, String code) {
        assertThatThrownBy(() -> signature.requireConfirmable(when))
                .isInstanceOfSatisfying(SignatureRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }
}
