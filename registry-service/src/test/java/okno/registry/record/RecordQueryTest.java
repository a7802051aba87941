package okno.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.registry.record.domain.RecordQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordQueryTest {

    @Test
    void digits_are_numbers_and_anything_else_is_a_name() {
        assertThat(RecordQuery.parse("7707083893")).isInstanceOf(RecordQuery.ByInn.class);
        assertThat(RecordQuery.parse("5001 0073 2259")).isInstanceOf(RecordQuery.ByInn.class);
        assertThat(RecordQuery.parse("1027700132195")).isInstanceOf(RecordQuery.ByOgrn.class);
        assertThat(RecordQuery.parse("304500116000157")).isInstanceOf(RecordQuery.ByOgrn.class);
        assertThat(RecordQuery.parse(" Ромашка ")).isEqualTo(new RecordQuery.ByName("Ромашка"));
    }

    @ParameterizedTest
    @CsvSource({
        "7707083894, inn_checksum", "770708389, inn_format", "77070838930, inn_format",
        "1027700132196, ogrn_checksum", "10277001321950, ogrn_format", "ро, query_short"
    })
    void a_number_that_cannot_exist_is_told_apart(String typed, String code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> RecordQuery.parse(typed))
                .satisfies(
                        problem -> assertThat(problem.faults()).containsExactly(FieldFault.parameter("query", code)));
    }
}
