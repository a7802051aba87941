package okno.application.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901) into forms; names of form fields need no escapes. */
public final class Pointers {

    private Pointers() {}

    /** The value there, or null. */
    public static @Nullable Object read(Map<String, Object> form, String pointer) {
        Object value = form;
        for (String name : pointer.substring(1).split("/")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
