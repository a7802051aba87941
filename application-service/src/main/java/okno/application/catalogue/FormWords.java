package okno.application.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import okno.application.dictionary.domain.CodedFields;
import org.jspecify.annotations.Nullable;

/** A form as people read it: dates, choices and yes or no in their language. What is not filled in is there, and empty. */
public final class FormWords {

    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private FormWords() {}

    /**
     * The values of a form by the names of its schema.
     *
     * @param named how a code is said: of a dictionary and the code, the words
     */
    public static Map<String, @Nullable Object> of(
            Map<?, ?> schema, Map<?, ?> form, Locale language, BinaryOperator<String> named) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) ->
                    said.put(String.valueOf(name), value((Map<?, ?>) field, form.get(name), language, named)));
        }
        return said;
    }

    /** A form of made-up values: with everything, or with nothing that may be missing. */
    public static Map<String, @Nullable Object> sample(Map<?, ?> schema, boolean everything) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> said.put(
                    String.valueOf(name),
                    everything || required.contains(name) ? sampleValue((Map<?, ?>) field, everything) : null));
        }
        return said;
    }

    public static String day(LocalDate day, Locale language) {
        return (isEnglish(language) ? ENGLISH : RUSSIAN).format(day);
    }

    private static @Nullable Object value(
            Map<?, ?> schema, @Nullable Object value, Locale language, BinaryOperator<String> named) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> nested -> of(schema, nested, language, named);
            case List<?> list -> list(schema, list, language, named);
            case Boolean yes -> yes(yes, language);
            case String text -> text(schema, text, language, named);
            default -> String.valueOf(value);
        };
    }

    private static List<Object> list(Map<?, ?> schema, List<?> list, Locale language, BinaryOperator<String> named) {
        Map<?, ?> items = schema.get("items") instanceof Map<?, ?> one ? one : Map.of();
        List<Object> said = new ArrayList<>();
        for (Object one : list) {
            Object value = value(items, one, language, named);
            if (value != null) {
                said.add(value);
            }
        }
        return said;
    }

    private static String text(Map<?, ?> schema, String text, Locale language, BinaryOperator<String> named) {
        if (schema.get(CodedFields.KEYWORD) instanceof String dictionary) {
            return named.apply(dictionary, text);
        }
        if (schema.get("x-options") instanceof Map<?, ?> options
                && options.get(text) instanceof Map<?, ?> label
                && label.get(isEnglish(language) ? "en" : "ru") instanceof String word) {
            return word;
        }
        if ("date".equals(schema.get("format"))) {
            try {
                return day(LocalDate.parse(text), language);
            } catch (DateTimeException e) {
                // Not a date: it is said as it was written.
                return text;
            }
        }
        return text;
    }

    /** A no is a value that a section skips. */
    private static Object yes(boolean yes, Locale language) {
        if (!yes) {
            return false;
        }
        return isEnglish(language) ? "yes" : "да";
    }

    private static Object sampleValue(Map<?, ?> schema, boolean everything) {
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> sample(schema, everything);
            case "array" ->
                List.of(schema.get("items") instanceof Map<?, ?> items ? sampleValue(items, everything) : "x");
            default -> "x";
        };
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals("en");
    }
}
