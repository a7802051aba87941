package okno.identity.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private final KeyedHash hash = TestKeys.keyedHash();

    @Test
    void equal_values_hash_equally_for_one_purpose_only() {
        assertThat(hash.of("person.snils", "1")).isEqualTo(hash.of("person.snils", "1"));
        assertThat(hash.of("person.snils", "1")).isNotEqualTo(hash.of("person.inn", "1"));
    }

    @Test
    void purpose_and_value_do_not_run_into_each_other() {
        assertThat(hash.of("a", "bc")).isNotEqualTo(hash.of("ab", "c"));
    }

    @Test
    void another_key_gives_another_hash() {
        assertThat(TestKeys.keyedHash().of("p", "1")).isNotEqualTo(hash.of("p", "1"));
    }

    @Test
    void a_missing_hash_matches_nothing() {
        assertThat(hash.matches(null, "p", "1")).isFalse();
        assertThat(hash.matches(hash.of("p", "1"), "p", "1")).isTrue();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyedHash(new byte[31]));
    }
}
