package okno.application.dictionary.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a form says in codes of dictionaries: the fields whose schema has {@code x-dictionary}. */
public final class CodedFields {

    /** The keyword of a form's schema; its value is the code of a dictionary. */
    public static final String KEYWORD = "x-dictionary";

    private final List<Coded> found = new ArrayList<>();

    private CodedFields() {}

    /** A value of the form; {@code pointer} is relative to the form. */
    public record Coded(String pointer, String dictionary, String code) {}

    /** A field of the schema; {@code pointer} leads to it there. */
    public record Field(String pointer, String dictionary) {}

    public static List<Coded> of(Map<?, ?> schema, Map<?, ?> form) {
        CodedFields fields = new CodedFields();
        fields.object(schema, form, "");
        return fields.found;
    }

    /** Which dictionaries a schema names, and where. */
    public static List<Field> named(Map<?, ?> schema, String pointer) {
        List<Field> named = new ArrayList<>();
        if (schema.get(KEYWORD) instanceof String dictionary) {
            named.add(new Field(pointer + "/" + KEYWORD, dictionary));
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach(
                    (name, field) -> named.addAll(named((Map<?, ?>) field, pointer + "/properties/" + name)));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            named.addAll(named(items, pointer + "/items"));
        }
        return named;
    }

    private void object(Map<?, ?> schema, Map<?, ?> form, String pointer) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> value((Map<?, ?>) field, form.get(name), pointer + "/" + name));
        }
    }

    private void value(Map<?, ?> schema, @Nullable Object value, String pointer) {
        if (value instanceof String code && schema.get(KEYWORD) instanceof String dictionary) {
            found.add(new Coded(pointer, dictionary, code));
        } else if (value instanceof Map<?, ?> nested) {
            object(schema, nested, pointer);
        } else if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                value(items, list.get(i), pointer + "/" + i);
            }
        }
    }
}
