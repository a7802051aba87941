package okno.application.dictionary.domain;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dictionary at one version: which codes there are on a day, and what they are called. */
public final class Dictionary {

    private final int version;
    private final boolean complete;
    private final Map<String, List<Entry>> entries;

    /** @param complete false: an excerpt, of which nobody may say that a code does not exist */
    public Dictionary(int version, boolean complete, List<Entry> entries) {
        this.version = version;
        this.complete = complete;
        this.entries = entries.stream().collect(groupingBy(Entry::code));
    }

    /** What a code is called from one day to another; {@code validTo} null: no end is known. */
    public record Entry(
            String code,
            String ru,
            String en,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean counts(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** Whether a code may be named on a day. */
    public enum Verdict {
        GOOD,
        /** It was there, or will be, but not on that day. */
        NOT_NOW,
        UNKNOWN
    }

    public int version() {
        return version;
    }

    public boolean complete() {
        return complete;
    }

    public List<Entry> entries() {
        return entries.values().stream().flatMap(List::stream).toList();
    }

    public Verdict judge(String code, LocalDate day) {
        List<Entry> known = entries.getOrDefault(code, List.of());
        if (known.isEmpty()) {
            return complete ? Verdict.UNKNOWN : Verdict.GOOD;
        }
        return known.stream().anyMatch(entry -> entry.counts(day)) ? Verdict.GOOD : Verdict.NOT_NOW;
    }

    /** What the code was called on a day; empty when it is not known here. */
    public Optional<String> name(String code, LocalDate day, Locale language) {
        return entries.getOrDefault(code, List.of()).stream()
                .filter(entry -> entry.counts(day))
                .findFirst()
                .map(entry -> language.getLanguage().equals("en") ? entry.en : entry.ru);
    }
}
