package okno.application.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.application.dictionary.domain.CodedFields;
import okno.application.dictionary.domain.Dictionary;
import okno.application.dictionary.domain.Dictionary.Verdict;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private static final LocalDate BEGIN = LocalDate.parse("2020-01-01");
    private static final LocalDate END = LocalDate.parse("2022-12-31");
    private static final List<Dictionary.Entry> ENTRIES = List.of(
            new Dictionary.Entry("191", "куна", "kuna", BEGIN, END),
            new Dictionary.Entry("191", "евро", "euro", END.plusDays(3), null));

    private final Dictionary whole = new Dictionary(1, true, ENTRIES);
    private final Dictionary excerpt = new Dictionary(1, false, ENTRIES);

    @Test
    void a_code_counts_from_its_first_to_its_last_day() {
        assertThat(whole.judge("191", BEGIN.minusDays(1))).isEqualTo(Verdict.NOT_NOW);
        assertThat(whole.judge("191", BEGIN)).isEqualTo(Verdict.GOOD);
        assertThat(whole.judge("191", END)).isEqualTo(Verdict.GOOD);
        assertThat(whole.judge("191", END.plusDays(1))).isEqualTo(Verdict.NOT_NOW);
        assertThat(whole.judge("191", END.plusDays(3))).isEqualTo(Verdict.GOOD);
    }

    @Test
    void an_excerpt_never_says_that_a_code_does_not_exist() {
        assertThat(whole.judge("000", BEGIN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(excerpt.judge("000", BEGIN)).isEqualTo(Verdict.GOOD);
        assertThat(excerpt.judge("191", END.plusDays(1))).isEqualTo(Verdict.NOT_NOW);
    }

    @Test
    void a_code_is_called_what_it_was_called_on_the_day() {
        assertThat(whole.name("191", END, Locale.ENGLISH)).contains("kuna");
        assertThat(whole.name("191", END.plusDays(3), Locale.of("ru"))).contains("евро");
        assertThat(whole.name("191", END.plusDays(1), Locale.ENGLISH)).isEmpty();
        assertThat(whole.name("000", END, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void codes_are_found_in_objects_and_lists_with_their_pointers() {
        Map<String, Object> country = Map.of("type", "string", "x-dictionary", "oksm");
        Map<String, Object> schema = Map.of(
                "properties",
                Map.of(
                        "guest",
                        Map.of("properties", Map.of("citizenship", country)),
                        "seen",
                        Map.of("items", country),
                        "name",
                        Map.of("type", "string")));
        Map<String, Object> form =
                Map.of("guest", Map.of("citizenship", "643"), "seen", List.of("112", 5, "398"), "name", "643");

        assertThat(CodedFields.of(schema, form))
                .containsExactlyInAnyOrder(
                        new CodedFields.Coded("/guest/citizenship", "oksm", "643"),
                        new CodedFields.Coded("/seen/0", "oksm", "112"),
                        new CodedFields.Coded("/seen/2", "oksm", "398"));
        assertThat(CodedFields.named(schema, "/form"))
                .extracting(CodedFields.Field::pointer)
                .containsExactlyInAnyOrder(
                        "/form/properties/guest/properties/citizenship/x-dictionary",
                        "/form/properties/seen/items/x-dictionary");
    }
}
