package okno.keycloak.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnilsValidatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"11223344595", "112-233-445 95", ""})
    void accepts(String value) {
        assertThat(validated(value).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11223344594", "1122334459", "112-233-445 9X", "00000000000"})
    void refuses_and_does_not_repeat_the_number(String value) {
        ValidationContext context = validated(value);

        assertThat(context.isValid()).isFalse();
        ValidationError error = context.getErrors().iterator().next();
        assertThat(error.getMessage()).isEqualTo("oknoSnilsInvalid");
        assertThat(error.getMessageParameters()).isEmpty();
        assertThat(error.getInputHint()).isEqualTo("snils");
    }

    private static ValidationContext validated(String value) {
        ValidationContext context = new ValidationContext();
        new SnilsValidator().validate(value, "snils", context, ValidatorConfig.EMPTY);
        return context;
    }
}
