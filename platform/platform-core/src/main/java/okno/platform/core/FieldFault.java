package okno.platform.core;

import java.util.List;

/**
 * One fault of one field of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) of the field in the request body, such as {@code /form/inn}; empty for the
 *     whole; {@code ?name} for a query, path or header parameter
 * @param code stable code, such as {@code inn_checksum}; its text in Russian and English is looked up by it
 * @param args values put into the text, never personal data
 */
public record FieldFault(String pointer, String code, List<Object> args) {

    public FieldFault {
        args = List.copyOf(args);
    }

    public static FieldFault at(String pointer, String code, Object... args) {
        return new FieldFault(pointer, code, List.of(args));
    }

    /** A fault of a query, path or header parameter instead of the body. */
    public static FieldFault parameter(String name, String code, Object... args) {
        return at("?" + name, code, args);
    }

    public boolean ofParameter() {
        return pointer.startsWith("?");
    }
}
