package okno.application.draft;

import java.util.List;
import java.util.Map;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/** What no form can mean, whatever its service asks: numbers beyond all bounds and names that cannot be written down. */
final class FormValues {

    private FormValues() {}

    /**
     * Texts are judged when they are read; names and numbers of any form only here.
     *
     * @throws Problem {@code malformed_body} (400) with the place
     */
    static void requireUsable(Map<String, ? extends @Nullable Object> patch) {
        object("/form", patch);
    }

    private static void object(String place, Map<?, ?> fields) {
        fields.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.indexOf(0) >= 0) {
                throw refusal(place, "text_format");
            }
            value(place + "/" + name.replace("~", "~0").replace("/", "~1"), value);
        });
    }

    private static void value(String place, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> fields -> object(place, fields);
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    value(place + "/" + i, items.get(i));
                }
            }
            // Conditions of passports calculate with doubles; 1e400 is none.
            case Number number when !Double.isFinite(number.doubleValue()) -> throw refusal(place, "format");
            case null, default -> {
                // Every other value is the form's own matter.
            }
        }
    }

    private static Problem refusal(String place, String code) {
        return new Problem(ProblemKind.MALFORMED, "malformed_body", List.of(), List.of(FieldFault.at(place, code)));
    }
}
