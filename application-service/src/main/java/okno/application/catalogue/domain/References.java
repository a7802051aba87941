package okno.application.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** The dated reference data that passports lean on: what is valid is asked with a day. */
public final class References {

    public static final String AGENCY = "agency";
    public static final String CATEGORY = "category";
    public static final String LIFE_EVENT = "life-event";
    public static final String TEMPLATE = "template";
    public static final String UNIT = "unit";
    public static final String CORRECTIVE_CAUSE = "corrective-cause";

    private final Map<String, List<Dated<Money>>> tariffs;
    private final Map<String, List<Dated<Term>>> terms;
    private final Map<String, List<Dated<Word>>> words;

    public References(List<Dated<Money>> tariffs, List<Dated<Term>> terms, List<Dated<Word>> words) {
        this.tariffs = byCode(tariffs);
        this.terms = byCode(terms);
        this.words = byCode(words);
    }

    /** A value that is valid from a day to a day, both included; {@code validTo} null: until further notice. */
    public record Dated<T>(
            String code, LocalDate validFrom, @Nullable LocalDate validTo, T value) {

        boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** A word of a dictionary in both languages. */
    public record Word(String ru, String en) {

        public String in(Locale locale) {
            return new Texts(ru, en).in(locale);
        }
    }

    public Optional<Money> tariff(String code, LocalDate day) {
        return valid(tariffs, code, day);
    }

    public Optional<Term> term(String code, LocalDate day) {
        return valid(terms, code, day);
    }

    public Optional<Word> word(String dictionary, String code, LocalDate day) {
        return valid(words, dictionary + "/" + code, day);
    }

    /** All that are valid on a day, by code. */
    public Map<String, Word> words(String dictionary, LocalDate day) {
        String prefix = dictionary + "/";
        Map<String, Word> found = new TreeMap<>();
        words.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(key -> valid(words, key, day)
                .ifPresent(word -> found.put(key.substring(prefix.length()), word)));
        return found;
    }

    private static <T> Optional<T> valid(Map<String, List<Dated<T>>> all, String code, LocalDate day) {
        return all.getOrDefault(code, List.of()).stream()
                .filter(dated -> dated.isValidOn(day))
                .findFirst()
                .map(Dated::value);
    }

    private static <T> Map<String, List<Dated<T>>> byCode(List<Dated<T>> all) {
        return all.stream().collect(Collectors.groupingBy(Dated::code));
    }
}
