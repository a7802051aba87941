package okno.notification;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of a message's templates; what an event did not say is left out. */
public final class Params {

    private final Map<String, String> values = new TreeMap<>();

    public Params with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    public Map<String, String> values() {
        return Map.copyOf(values);
    }
}
