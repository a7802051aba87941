package okno.registry.dictionary.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a dictionary are asked for.
 *
 * @param parent empty: at the top; null: anywhere
 * @param asOf the day on which they count
 * @param typed beginning of the code or of a word of the name; null: all
 * @param after code of the last entry seen; null: from the beginning
 */
public record DictionarySearch(
        String dictionary,
        @Nullable String parent,
        LocalDate asOf,
        @Nullable String typed,
        @Nullable String after,
        int limit) {}
