package okno.application.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading and changing nested fields: dotted names in answers, JSON Pointers and merge patches in forms. */
final class FormPaths {

    private FormPaths() {}

    /** The value at {@code passport.series}, when there is one. */
    static Optional<Object> read(Map<String, Object> from, String dotted) {
        Object value = from;
        for (String name : dotted.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    /** The value at {@code /passport/series}, when there is one. */
    static Optional<Object> at(Map<String, Object> form, String pointer) {
        return read(form, pointer.substring(1).replace('/', '.'));
    }

    /** Sets the value at {@code /passport/series}; objects on the way are made. */
    // What came as JSON has texts for names.
    @SuppressWarnings("unchecked")
    static void write(Map<String, Object> to, String pointer, Object value) {
        String[] names = pointer.substring(1).split("/");
        Map<String, Object> target = to;
        for (int i = 0; i < names.length - 1; i++) {
            target = (Map<String, Object>) target.computeIfAbsent(names[i], name -> new LinkedHashMap<>());
        }
        target.put(names[names.length - 1], value);
    }

    /** JSON Merge Patch (RFC 7396): null removes, objects merge, anything else replaces. */
    static Map<String, Object> merge(Map<String, Object> target, Map<String, ? extends @Nullable Object> patch) {
        Map<String, Object> merged = new LinkedHashMap<>(target);
        patch.forEach((name, change) -> {
            if (change == null) {
                merged.remove(name);
            } else if (change instanceof Map<?, ?> object) {
                merged.put(name, merge(asObject(merged.get(name)), asObject(object)));
            } else {
                merged.put(name, change);
            }
        });
        return merged;
    }

    // What came as JSON has texts for names.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
