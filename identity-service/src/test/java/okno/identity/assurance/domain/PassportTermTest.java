package okno.identity.assurance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassportTermTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
                    # born,      issued,     good until
                    2000-03-10,  2014-04-01, 2020-06-08
                    2000-03-10,  2020-03-09, 2020-06-08
                    2000-03-10,  2020-03-10, 2045-06-08
                    2000-03-10,  2044-12-31, 2045-06-08
                    2000-03-10,  2045-03-10, none
                    2004-02-29,  2020-01-01, 2024-05-29
                    """)
    void a_passport_ends_ninety_days_after_the_twentieth_or_the_forty_fifth_birthday(
            LocalDate born, LocalDate issued, LocalDate until) {
        assertThat(PassportTerm.validUntil(born, issued)).isEqualTo(until);
    }
}
