package okno.identity.consent.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The bytes that a person signs to give a consent: JSON in the canonical form of RFC 8785, so that whoever has the fields
 * can make the same bytes again. All values are texts, and texts hold no control characters, so the form asks for nothing
 * but sorted names, no spaces and two escapes.
 */
public final class ConsentDocument {

    private ConsentDocument() {}

    /** @param requestedAt written in whole seconds, UTC */
    public static byte[] of(UUID consentId, UUID personId, ConsentTerms terms, Instant requestedAt) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("type", text("okno.consent.v1"));
        values.put("consentId", text(consentId.toString()));
        values.put("personId", text(personId.toString()));
        values.put("purpose", text(terms.purpose()));
        values.put(
                "fields", texts(terms.fields().stream().map(ConsentField::name).toList()));
        values.put("recipient", text(terms.recipient()));
        values.put("until", text(terms.until().toString()));
        values.put(
                "requestedAt", text(requestedAt.truncatedTo(ChronoUnit.SECONDS).toString()));
        return values.entrySet().stream()
                .map(value -> text(value.getKey()) + ":" + value.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(UTF_8);
    }

    private static String texts(List<String> all) {
        return all.stream().map(ConsentDocument::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String value) {
        if (value.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a control character in a consent");
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
