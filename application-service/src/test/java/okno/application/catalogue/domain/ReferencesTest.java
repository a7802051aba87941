package okno.application.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import okno.application.catalogue.domain.References.Dated;
import okno.application.catalogue.domain.References.Word;
import okno.platform.core.Money;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final LocalDate CHANGE = LocalDate.parse("2025-09-01");

    private final References references = new References(
            List.of(
                    new Dated<>("duty", LocalDate.parse("2010-01-29"), CHANGE.minusDays(1), Money.roubles(80_000)),
                    new Dated<>("duty", CHANGE, null, Money.roubles(120_000))),
            List.of(new Dated<>("term", CHANGE, CHANGE.plusDays(9), new Term(3, Term.Unit.WORKING_DAYS))),
            List.of(new Dated<>("agency/fns", CHANGE, null, new Word("ФНС", "FTS"))));

    @Test
    void a_duty_is_what_the_law_says_on_the_day_and_a_change_is_a_new_row() {
        assertThat(references.tariff("duty", LocalDate.parse("2010-01-28"))).isEmpty();
        assertThat(references.tariff("duty", LocalDate.parse("2010-01-29"))).contains(Money.roubles(80_000));
        assertThat(references.tariff("duty", CHANGE.minusDays(1))).contains(Money.roubles(80_000));
        assertThat(references.tariff("duty", CHANGE)).contains(Money.roubles(120_000));
        assertThat(references.tariff("duty", CHANGE.plusYears(50))).contains(Money.roubles(120_000));
    }

    @Test
    void a_term_counts_to_its_last_day_and_words_are_dated_too() {
        assertThat(references.term("term", CHANGE.plusDays(9))).contains(new Term(3, Term.Unit.WORKING_DAYS));
        assertThat(references.term("term", CHANGE.plusDays(10))).isEmpty();
        assertThat(references.word(References.AGENCY, "fns", CHANGE)).contains(new Word("ФНС", "FTS"));
        assertThat(references.word(References.AGENCY, "fns", CHANGE.minusDays(1)))
                .isEmpty();
        assertThat(references.word(References.CATEGORY, "fns", CHANGE)).isEmpty();
    }
}
