package okno.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "паспорт, паспорт, 0, true",
        "паспорт, пасспорт, 1, true",
        "паспорт, паспот, 1, true",
        "паспорт, паспорд, 1, true",
        "паспорт, пасспорд, 1, false",
        "паспорт, пасспорд, 2, true",
        "паспорт, па, 2, false",
        "вадительск, водительск, 2, true",
    })
    void slips_of_the_pen_are_counted(String one, String other, int slips, boolean within) {
        assertThat(Vocabulary.isWithin(one, other, slips)).isEqualTo(within);
        assertThat(Vocabulary.isWithin(other, one, slips)).isEqualTo(within);
    }
}
