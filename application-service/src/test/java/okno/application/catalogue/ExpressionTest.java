package okno.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okno.application.catalogue.domain.Kind;
import okno.platform.core.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Facts FACTS =
            new Facts(LocalDate.parse("2026-11-26"), Kind.PERSON, "confirmed", Set.of("plan"));
    private static final Map<String, Object> FORM =
            Map.of("born", "2000-11-26", "sum", 1.5, "count", 3, "agreed", true, "children", List.of(Map.of("age", 4)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "years(form.born, today) == 26",
                "days('2026-11-20', today) == 6",
                "form.count > 2 && double(form.sum) < 2.0",
                "form.agreed && kind == 'PERSON' && ial == 'confirmed'",
                "'plan' in attached",
                "form.children.all(c, c.age < 17)",
                "form.children.exists(c, c.age == 4) && size(form.children) == 1",
                "!has(form.nickname)",
                "form.born.matches('^20[0-9]{2}-')",
            })
    void conditions_speak_of_the_form_and_the_day(String condition) {
        assertThat(Expression.compile(condition, "").holds(Expression.variables(FORM, FACTS, Map.of())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form.count + 1",
                "'text'",
                "nothing == 1",
                "system('rm')",
                "form.",
                "[1,2].map(x, x * 2) == [2,4]",
                "[1,2].filter(x, x > 1) == [2]",
                "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))",
            })
    void what_is_no_small_condition_does_not_compile(String condition) {
        assertThatThrownBy(() -> Expression.compile(condition, "/rules/0/holds"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.faults().getFirst().pointer())
                        .isEqualTo("/rules/0/holds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form.nickname == 'x'",
                "years('soon', today) > 1",
                "form.born > 5",
                "[1,2,3,4,5,6,7,8,9,10,11,12].all(a, [1,2,3,4,5,6,7,8,9,10,11,12].all(b, [1,2,3,4,5,6,7,8,9,10,11,12].all(c, a > 0)))",
            })
    void what_cannot_be_judged_or_takes_too_long_is_undecided(String condition) {
        Expression expression = Expression.compile(condition, "");

        assertThatThrownBy(() -> expression.holds(Expression.variables(FORM, FACTS, Map.of())))
                .isInstanceOf(Expression.Undecided.class);
    }
}
