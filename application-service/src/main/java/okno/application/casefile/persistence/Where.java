package okno.application.casefile.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list, put together from fixed parts as far as they are asked for: only then does each find its index,
 * which a condition "null or equal" hides from the planner.
 */
public final class Where {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> params;
    private final String suffix;

    /**
     * @param params gets the values
     * @param suffix keeps the values of several conditions in one statement apart
     */
    public Where(Map<String, Object> params, String suffix) {
        this.params = params;
        this.suffix = suffix;
    }

    public void and(String text) {
        all.add(text);
    }

    /** Nothing is asked when there is no value; {@code text} ends where the parameter's name begins. */
    public void and(String text, String name, @Nullable Object value) {
        if (value != null) {
            all.add(text + name + suffix);
            params.put(name + suffix, value);
        }
    }

    public String text() {
        return "where " + String.join(" and ", all);
    }
}
