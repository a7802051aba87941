package okno.application.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A passport that no program has ever heard of: to keep bees. */
public final class PassportBuilder {

    private PassportBuilder() {}

    public static Map<String, Object> bees(String code, int version) {
        Map<String, Object> passport = new LinkedHashMap<>();
        passport.put("code", code);
        passport.put("version", version);
        passport.put("title", text("Разрешение на пасеку", "Permit to keep bees"));
        passport.put("description", text("Разрешение держать ульи на участке.", "Hives on a plot of land."));
        passport.put("category", "property");
        passport.put("lifeEvents", List.of("moving"));
        passport.put("synonyms", Map.of("ru", List.of("ульи", "пчёлы"), "en", List.of("apiary")));
        passport.put("agency", "municipality");
        passport.put("applicant", Map.of("kinds", List.of("PERSON"), "ial", "standard", "age", age()));
        passport.put("oneActive", false);
        passport.put("form", form());
        passport.put(
                "prefill",
                List.of(
                        Map.of("pointer", "/lastName", "source", "identity.lastName"),
                        Map.of("pointer", "/birthDate", "source", "identity.birthDate"),
                        Map.of("pointer", "/hives", "source", "previous.hives")));
        passport.put("rules", rules());
        passport.put("regionPointer", "/region");
        passport.put("documents", new ArrayList<>(List.of(document())));
        passport.put("signature", "NONE");
        passport.put("term", Map.of("amount", 5, "unit", "WORKING_DAYS"));
        passport.put("processing", new LinkedHashMap<>(Map.of("decidedBy", "OFFICER", "resultBy", "AGENCY")));
        passport.put(
                "rejectionReasons", Map.of("too_near", text("Слишком близко к соседям", "Too near the neighbours")));
        passport.put("statusTitles", Map.of("IN_REVIEW", text("Считаем пчёл", "Counting bees")));
        passport.put("allowedActions", Map.of("RECEIVED", List.of("MESSAGE")));
        passport.put("results", new ArrayList<>(List.of(permit())));
        passport.put("notifications", new ArrayList<>(notifications()));
        passport.put(
                "sources", List.of(Map.of("about", "SERVICE", "act", "Правила содержания пчёл", "article", "п. 1")));
        return passport;
    }

    private static Map<String, Object> age() {
        return Map.of("min", 18, "pointer", "/birthDate");
    }

    private static Map<String, Object> form() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lastName", ref("lastName"));
        fields.put("birthDate", ref("birthDate"));
        fields.put("region", ref("region"));
        fields.put("hives", Map.of("type", "integer", "minimum", 1, "maximum", 500, "x-label", text("Ульев", "Hives")));
        fields.put("metres", Map.of("type", "integer", "minimum", 0, "x-label", text("Метров до соседа", "Metres")));
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("type", "object");
        form.put("required", List.of("lastName", "birthDate", "region", "hives", "metres"));
        form.put("additionalProperties", false);
        form.put("properties", fields);
        return form;
    }

    private static List<Object> rules() {
        return new ArrayList<>(List.of(Map.of(
                "pointer",
                "/metres",
                "code",
                "bees_too_near",
                "when",
                "form.hives > 10",
                "holds",
                "form.metres >= 100",
                "text",
                text("Больше десяти ульев — не ближе ста метров", "More than ten hives: a hundred metres at least"))));
    }

    private static Map<String, Object> document() {
        return new LinkedHashMap<>(Map.of(
                "kind",
                "plan",
                "title",
                text("План участка", "Plan of the plot"),
                "formats",
                List.of("PDF"),
                "required",
                false,
                "requiredWhen",
                "form.hives > 10"));
    }

    /** Made from a template; its number, days and texts are nowhere in the code. */
    private static Map<String, Object> permit() {
        Map<String, Object> permit = new LinkedHashMap<>();
        permit.put("code", "permit");
        permit.put("title", text("Разрешение на пасеку", "Permit to keep bees"));
        permit.put("formats", List.of("PDF", "XML"));
        permit.put("template", "certificate");
        permit.put("validity", Map.of("amount", 1, "unit", "YEARS"));
        permit.put(
                "content",
                new LinkedHashMap<>(Map.of(
                        "text",
                        text(
                                "{{form.lastName}} может держать ульи: {{form.hives}}. Осмотрел {{fields.inspector}}.",
                                "{{form.lastName}} may keep {{form.hives}} hives. Seen by {{fields.inspector}}."),
                        "rows",
                        List.of(Map.of(
                                "code",
                                "until",
                                "label",
                                text("Действует по", "Valid until"),
                                "value",
                                "{{result.validUntil}}")),
                        "fields",
                        List.of(Map.of(
                                "code", "inspector", "label", text("Кто осматривал", "Inspector"), "type", "TEXT")))));
        return permit;
    }

    private static List<Object> notifications() {
        return List.of(
                new LinkedHashMap<>(Map.of(
                        "status",
                        "IN_REVIEW",
                        "channels",
                        List.of("INBOX", "EMAIL"),
                        "title",
                        text("считаем пчёл", "the bees are being counted"),
                        "text",
                        text("Инспектор приедет на участок.", "An inspector will come to the plot."))),
                new LinkedHashMap<>(Map.of(
                        "status",
                        "IN_REVIEW",
                        "channels",
                        List.of("SMS"),
                        "text",
                        text("Ждите инспектора.", "Expect an inspector."))));
    }

    private static Map<String, Object> ref(String fragment) {
        return Map.of("$ref", "urn:okno:form:v1#/$defs/" + fragment);
    }

    public static Map<String, String> text(String russian, String english) {
        return Map.of("ru", russian, "en", english);
    }
}
