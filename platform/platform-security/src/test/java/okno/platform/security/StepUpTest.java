package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import okno.platform.core.Caller;
import okno.platform.core.Caller.Kind;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepUpTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final StepUp stepUp = new StepUp(Duration.ofMinutes(15), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"2fa,0,true", "2fa,900,true", "2fa,901,false", "qes,60,true", "pwd,0,false", "'',0,false", "3fa,0,false"
    })
    void a_person_needs_a_second_factor_of_the_last_quarter_of_an_hour(String acr, int secondsAgo, boolean enough) {
        Caller caller = caller(Kind.PERSON, acr, NOW.minusSeconds(secondsAgo));

        Problem refused = catchThrowableOfType(Problem.class, () -> stepUp.require(caller));

        assertThat(refused == null).isEqualTo(enough);
        if (refused != null) {
            assertThat(refused.kind()).isEqualTo(ProblemKind.INSUFFICIENT_AUTHENTICATION);
            assertThat(refused.args()).containsExactly("2fa", 900L);
        }
    }

    @Test
    void a_token_that_does_not_say_when_is_not_enough() {
        assertThat(catchThrowableOfType(Problem.class, () -> stepUp.require(caller(Kind.PERSON, "2fa", null))))
                .isNotNull();
    }

    @Test
    void machines_pass() {
        assertThatNoException().isThrownBy(() -> stepUp.require(caller(Kind.CLIENT, "", null)));
    }

    private static Caller caller(Kind kind, String acr, Instant at) {
        return new Caller("id", kind, Set.of(), "confirmed", acr, at, null, null, null, null);
    }
}
