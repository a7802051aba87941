package okno.platform.core;

import java.util.List;
import java.util.Map;

/**
 * One fault of one field of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) of the field in the request body, such as {@code /form/inn}; empty for the
 *     whole; {@code ?name} for a query, path or header parameter
 * @param code stable code, such as {@code inn_checksum}; its text in Russian and English is looked up by it
 * @param args values put into the text, never personal data
 * @param wording the text itself by language ({@code ru}, {@code en}), where the code's owner is data and not this
 *     program; empty: the text is looked up by the code
 */
public record FieldFault(String pointer, String code, List<Object> args, Map<String, String> wording) {

    public FieldFault {
        args = List.copyOf(args);
        wording = Map.copyOf(wording);
    }

    public static FieldFault at(String pointer, String code, Object... args) {
        return new FieldFault(pointer, code, List.of(args), Map.of());
    }

    /** A fault whose code and texts come from data, such as a rule of a service. */
    public static FieldFault worded(String pointer, String code, String russian, String english) {
        return new FieldFault(pointer, code, List.of(), Map.of("ru", russian, "en", english));
    }

    /** A fault of a query, path or header parameter instead of the body. */
    public static FieldFault parameter(String name, String code, Object... args) {
        return at("?" + name, code, args);
    }

    public boolean ofParameter() {
        return pointer.startsWith("?");
    }
}
