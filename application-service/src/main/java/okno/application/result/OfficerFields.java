package okno.application.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okno.application.catalogue.FormWords;
import okno.application.catalogue.domain.ResultRule;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/** What an officer fills into a document. */
final class OfficerFields {

    private static final int MAX_CHARS = 2_000;

    private OfficerFields() {}

    /**
     * Refuses what the document does not ask for, lacks, or cannot hold.
     *
     * @throws Problem {@code invalid_content} with a pointer to every field that is wrong
     */
    static void check(ResultRule.Content content, Map<String, Object> fields) {
        List<FieldFault> faults = new ArrayList<>();
        Map<String, ResultRule.Field> known = new LinkedHashMap<>();
        content.fields().forEach(field -> known.put(field.code(), field));
        fields.keySet().stream()
                .filter(code -> !known.containsKey(code))
                .forEach(code -> faults.add(FieldFault.at("/fields/" + code, "unknown_field")));
        known.forEach((code, field) -> {
            String fault = fault(field, fields.get(code));
            if (fault != null) {
                faults.add(FieldFault.at("/fields/" + code, fault));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** As people read them; what is not filled in is there, and empty. */
    static Map<String, @Nullable Object> said(ResultRule rule, Map<String, Object> fields, Locale language) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        for (ResultRule.Field field : Objects.requireNonNull(rule.content()).fields()) {
            Object value = fields.get(field.code());
            said.put(
                    field.code(),
                    value == null
                            ? null
                            : field.type() == ResultRule.FieldType.DATE
                                    ? FormWords.day(LocalDate.parse(String.valueOf(value)), language)
                                    : String.valueOf(value));
        }
        return said;
    }

    private static @Nullable String fault(ResultRule.Field field, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return field.isOptional() ? null : "required";
        }
        return switch (field.type()) {
            case TEXT -> value instanceof String text ? tooLong(text) : "invalid_value";
            case DATE -> value instanceof String text && isDay(text) ? null : "date_format";
            case INTEGER -> value instanceof Integer || value instanceof Long ? null : "invalid_value";
        };
    }

    private static @Nullable String tooLong(String text) {
        return text.length() > MAX_CHARS ? "too_long" : null;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
