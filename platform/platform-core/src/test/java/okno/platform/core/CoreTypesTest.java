package okno.platform.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreTypesTest {

    @Test
    void ids_are_version_7_and_grow_with_time() throws Exception {
        UUID earlier = Ids.next();
        long millisecond = System.currentTimeMillis();
        while (System.currentTimeMillis() <= millisecond + 1) {
            Thread.onSpinWait();
        }
        UUID later = Ids.next();

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> Ids.next()).distinct())
                .hasSize(10_000);
    }

    @Test
    void money_adds_kopecks_of_one_currency() {
        assertThat(Money.roubles(1).plus(Money.roubles(2))).isEqualTo(new Money(3, "RUB"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.roubles(1).plus(new Money(1, "USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "rub"));
        assertThatThrownBy(() -> Money.roubles(Long.MAX_VALUE).plus(Money.roubles(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_problem_takes_no_member_twice() {
        Problem problem = Problem.notFound().with("allowed", List.of("EDIT"));

        assertThatIllegalArgumentException().isThrownBy(() -> problem.with("status", "DRAFT"));
        assertThat(problem.extensions()).containsOnlyKeys("allowed");
    }

    @Test
    void a_trace_is_continued_under_a_new_span() {
        Trace trace = Trace.continueOrBegin("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace.spanId()).hasSize(16).isNotEqualTo("b7ad6b7169203331");
        assertThat(Trace.continueOrBegin(trace.traceparent()).traceId()).isEqualTo(trace.traceId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nX: 1"
            })
    void a_trace_begins_anew_when_the_header_is_missing_or_malformed(String header) {
        assertThat(Trace.continueOrBegin(header).traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void a_trace_belongs_to_its_thread_until_left() {
        Trace trace = Trace.continueOrBegin(null);
        trace.enter();
        assertThat(Trace.current()).isSameAs(trace);
        Trace.leave();
        assertThat(Trace.current()).isNull();
    }

    @Test
    void a_problem_is_cheap_and_says_its_code_only() {
        Problem problem = Problem.invalid("/inn", "inn_checksum");

        assertThat(problem.getStackTrace()).isEmpty();
        assertThat(problem.faults()).isEqualTo(List.of(FieldFault.at("/inn", "inn_checksum")));
        assertThat(problem.getMessage()).isEqualTo("invalid_content");
        assertThat(FieldFault.parameter("limit", "page_limit").ofParameter()).isTrue();
    }
}
