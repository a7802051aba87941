package okno.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\d{20}-\\d{20}$",
                "^[А-Я]{3} ?\\d{10}$",
                "^(a+)+$",
                "^Л\\d{3}-\\d{5}-\\d{2}/\\d{8}$",
                "a{1000}"
            })
    void patterns_of_forms_are_valid(String pattern) {
        assertThat(FormPattern.isValid(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{999}){999}){999})",
                "((a{99}){99}){99}",
                "([ab]{999}){9}",
                "(\\d{2,999}){999}",
                "^(a)\\1$",
                "^(?=a)b$",
                "(?<!a)b",
                "(",
                "a{1001}",
            })
    void patterns_that_are_not_linear_or_too_big_are_not(String pattern) {
        assertThat(FormPattern.isValid(pattern)).isFalse();
    }
}
