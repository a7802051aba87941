package okno.keycloak.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PasswordPolicyConfigException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganisationPasswordTest {

    @Test
    void is_written_as_characters_and_days() {
        assertThat(OrganisationPassword.parse("14,60")).isEqualTo(new OrganisationPassword(14, 60));
        assertThat(OrganisationPassword.parse(null)).isEqualTo(new OrganisationPassword(12, 90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12,", "-1,90", "12,90,1", "twelve,90"})
    void nothing_else_is_a_rule(String written) {
        assertThatThrownBy(() -> OrganisationPassword.parse(written)).isInstanceOf(PasswordPolicyConfigException.class);
    }
}
