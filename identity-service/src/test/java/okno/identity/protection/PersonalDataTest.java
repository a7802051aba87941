package okno.identity.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import okno.platform.core.Ids;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private final PersonalData personalData = TestKeys.personalData();
    private final UUID id = Ids.next();
    private final PersonalData.Row row = personalData.row("person", id);

    @Test
    void opens_what_it_sealed() {
        assertThat(row.open("snils", row.seal("snils", "10000000123"))).isEqualTo("10000000123");
    }

    @Test
    void a_missing_value_stays_missing() {
        assertThat(row.seal("inn", null)).isNull();
        assertThat(row.openOptional("inn", null)).isNull();
    }

    @Test
    void equal_values_look_different() {
        assertThat(row.seal("snils", "10000000123")).isNotEqualTo(row.seal("snils", "10000000123"));
    }

    @Test
    void a_value_moved_to_another_column_does_not_open() {
        byte[] sealed = row.seal("snils", "10000000123");
        assertThatIllegalStateException().isThrownBy(() -> row.open("inn", sealed));
    }

    @Test
    void a_value_moved_to_another_row_does_not_open() {
        byte[] sealed = row.seal("snils", "10000000123");
        assertThatIllegalStateException()
                .isThrownBy(() -> personalData.row("person", Ids.next()).open("snils", sealed));
    }

    @Test
    void a_value_of_which_any_bit_was_changed_does_not_open() {
        byte[] sealed = row.seal("snils", "10000000123");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIllegalStateException().isThrownBy(() -> row.open("snils", changed));
        }
    }
}
