package okno.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, read by key and never by offset.
 *
 * @param items at most the limit asked for, 100 at most
 * @param next value for {@code ?after=} of the next page; null on the last one
 */
public record KeysetPage<T>(List<T> items, @Nullable String next) {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    public KeysetPage {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows that were read with {@code limit + 1}.
     *
     * @param key what {@code ?after=} must say to continue behind a row
     */
    public static <T> KeysetPage<T> of(List<T> rows, int limit, Function<? super T, String> key) {
        if (rows.size() <= limit) {
            return new KeysetPage<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new KeysetPage<>(items, key.apply(items.getLast()));
    }

    public <R> KeysetPage<R> map(Function<? super T, ? extends R> mapper) {
        return new KeysetPage<>(items.stream().<R>map(mapper).toList(), next);
    }
}
