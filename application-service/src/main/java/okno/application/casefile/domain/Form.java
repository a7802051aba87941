package okno.application.casefile.domain;

import java.util.List;
import java.util.Map;

/**
 * What the applicant filled in.
 *
 * @param fields the form as the passport's schema describes it
 * @param prefilled what was filled in for them, and they left as it was
 */
public record Form(Map<String, Object> fields, List<Prefilled> prefilled) {

    public Form {
        prefilled = List.copyOf(prefilled);
    }

    /** One field that was filled in: where it is and where it came from, such as {@code identity.snils}. */
    public record Prefilled(String pointer, String source) {}
}
