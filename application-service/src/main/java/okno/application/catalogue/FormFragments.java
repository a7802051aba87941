package okno.application.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okno.platform.core.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fields that many services ask, written once in {@code forms/fragments.json}: a form names one by {@code "$ref":
 * "urn:okno:form:v1#/$defs/snils"}. They are put in place before a passport is stored, so a published version never
 * changes with them, and a stored form refers to nothing outside itself.
 */
final class FormFragments {

    private static final String PREFIX = "urn:okno:form:v1#/$defs/";
    private static final int MAX_DEPTH = 20;
    private static final Map<String, Object> FRAGMENTS = load();

    private FormFragments() {}

    /**
     * The form with every reference replaced; members beside {@code $ref} win over those of the fragment.
     *
     * @throws Problem {@code reference_unknown} for a reference to anything else
     */
    static Map<String, Object> inline(Map<String, Object> form) {
        return object(form, "/form", 0);
    }

    private static Object value(Object value, String place, int depth) {
        if (depth > MAX_DEPTH) {
            throw Problem.invalid(place, "too_deep");
        }
        return switch (value) {
            case Map<?, ?> map -> object(map, place, depth);
            case List<?> list ->
                list.stream().map(one -> value(one, place, depth + 1)).toList();
            default -> value;
        };
    }

    private static Map<String, Object> object(Map<?, ?> map, String place, int depth) {
        Map<String, Object> out = new LinkedHashMap<>();
        // A field may itself be called "$ref" only in data, and forms hold no data but enum, const and examples.
        if (map.get("$ref") instanceof String reference) {
            out.putAll(fragment(reference, place, depth));
        }
        map.forEach((name, member) -> {
            if (!"$ref".equals(name)) {
                out.put(String.valueOf(name), value(member, place + "/" + name, depth + 1));
            }
        });
        return out;
    }

    private static Map<String, Object> fragment(String reference, String place, int depth) {
        if (reference.startsWith(PREFIX)
                && FRAGMENTS.get(reference.substring(PREFIX.length())) instanceof Map<?, ?> fragment) {
            return object(fragment, place, depth + 1);
        }
        throw Problem.invalid(place + "/$ref", "reference_unknown");
    }

    // What came as JSON has texts for names.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> load() {
        try (InputStream file = FormFragments.class.getResourceAsStream("/forms/fragments.json")) {
            Map<String, Object> content = JsonMapper.shared()
                    .readValue(
                            new String(Objects.requireNonNull(file).readAllBytes(), UTF_8), new TypeReference<>() {});
            return (Map<String, Object>) Objects.requireNonNull(content.get("$defs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
