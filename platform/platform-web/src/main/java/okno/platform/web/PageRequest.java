package okno.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * {@code ?limit=&after=} of a list; a controller takes it as a parameter and it is resolved and checked.
 *
 * @param limit 1 to 100, 20 when not given
 * @param after key of the last row already seen; null: from the beginning
 */
public record PageRequest(int limit, @Nullable String after) {}
