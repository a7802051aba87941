package okno.registry.dictionary.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary as its file has it.
 *
 * @param validFrom the first day of every entry that has none of its own
 */
public record DictionaryFile(
        String code, int version, boolean complete, Words title, Words source, LocalDate validFrom, List<Line> items) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]{1,30}");

    /** One entry. */
    public record Line(
            String code,
            @Nullable String parent,
            String ru,
            String en,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    public Dictionary dictionary() {
        if (!CODE.matcher(code).matches() || version < 1) {
            throw new IllegalArgumentException("dictionary " + code + " version " + version + " cannot be");
        }
        return new Dictionary(code, version, complete, title, source);
    }

    /**
     * The entries.
     *
     * @throws IllegalArgumentException when a code means two things on one day, or stands below one that is not there
     */
    public List<DictionaryItem> entries() {
        Map<String, List<DictionaryItem>> byCode = new HashMap<>();
        List<DictionaryItem> entries = new ArrayList<>();
        for (Line line : items) {
            DictionaryItem entry = new DictionaryItem(
                    line.code,
                    line.parent,
                    new Words(line.ru, line.en),
                    line.validFrom == null ? validFrom : line.validFrom,
                    line.validTo);
            List<DictionaryItem> before = byCode.computeIfAbsent(line.code, key -> new ArrayList<>());
            if (before.stream().anyMatch(entry::overlaps)) {
                throw new IllegalArgumentException("dictionary " + code + " says two things of " + line.code);
            }
            before.add(entry);
            entries.add(entry);
        }
        entries.stream()
                .filter(entry -> entry.parent() != null && !byCode.containsKey(entry.parent()))
                .findFirst()
                .ifPresent(lost -> {
                    throw new IllegalArgumentException("dictionary " + code + " has nothing above " + lost.code());
                });
        return entries;
    }
}
