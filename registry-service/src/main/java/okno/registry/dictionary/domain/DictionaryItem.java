package okno.registry.dictionary.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code and what it means from one day to another.
 *
 * @param parent code of the entry above it; null: at the top
 * @param validTo the last day; null: no end is known
 */
public record DictionaryItem(
        String code,
        @Nullable String parent,
        Words name,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public DictionaryItem {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("entry " + code + " ends before it begins");
        }
    }

    /** Whether there is a day on which both count. */
    boolean overlaps(DictionaryItem other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(DictionaryItem other) {
        return validTo != null && validTo.isBefore(other.validFrom);
    }
}
