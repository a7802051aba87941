package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okno.local.demo.Visitor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** A service that no program has heard of: published through the gateway, applied for, decided, delivered. */
class PassportIT {

    private static final String CODE = "bees-permit";
    private static final Visitor ADMIN = RunningOkno.people().person("admin");
    private static final Visitor CITIZEN = RunningOkno.people().person("citizen");
    private static final Visitor OFFICER = RunningOkno.people().person("officer");

    @Test
    void a_passport_written_only_as_json_is_carried_from_draft_to_result() throws IOException {
        int version = nextVersion();
        ADMIN.post("/api/v1/services").json(passport(version)).send().expect(201);
        ADMIN.post("/api/v1/services/" + CODE + "/versions/" + version + "/publication")
                .json(Map.of())
                .send()
                .expect(201);

        var draft = CITIZEN.post("/api/v1/applications")
                .json(Map.of("serviceCode", CODE))
                .send()
                .expect(201);
        String mine = "/api/v1/applications/" + draft.json().path("id").asString();
        var saved = CITIZEN.patch(mine)
                .text("application/merge-patch+json", "{\"form\": {\"hives\": 12, \"metres\": 5}}")
                .header("If-Match", draft.header("ETag"))
                .send()
                .expect(200);
        assertThat(CITIZEN.post(mine + "/submission")
                        .json(Map.of())
                        .send()
                        .expect(422)
                        .text())
                .contains("bees_too_near");
        CITIZEN.patch(mine)
                .text("application/merge-patch+json", "{\"form\": {\"metres\": 150}}")
                .header("If-Match", saved.header("ETag"))
                .send()
                .expect(200);
        CITIZEN.post(mine + "/submission").json(Map.of()).send().expect(201);
        decide(mine.replace("/applications", "/agency/applications"));

        assertThat(CITIZEN.get(mine).send().expect(200).json().path("status").asString())
                .isEqualTo("COMPLETED");
    }

    private static void decide(String desk) throws IOException {
        for (String status : new String[] {"RECEIVED", "IN_REVIEW"}) {
            OFFICER.post(desk + "/status").json(Map.of("status", status)).send().expect(200);
        }
        OFFICER.post(desk + "/results")
                .file(Map.of(), "permit.pdf", "application/pdf", aPermit())
                .send()
                .expect(201);
        OFFICER.post(desk + "/decision")
                .json(Map.of("decision", "APPROVED"))
                .send()
                .expect(200);
    }

    /** The test may be played more than once against one running stack. */
    private static int nextVersion() {
        var newest = CITIZEN.get("/api/v1/services/" + CODE).send();
        return newest.status() == 404 ? 1 : newest.json().path("version").asInt() + 1;
    }

    private static Map<String, Object> passport(int version) {
        return Map.ofEntries(
                Map.entry("code", CODE),
                Map.entry("version", version),
                Map.entry("title", text("Разрешение на пасеку", "Permit to keep bees")),
                Map.entry("description", text("Разрешение держать ульи на участке.", "Hives on a plot of land.")),
                Map.entry("category", "property"),
                Map.entry("agency", "mvd"),
                Map.entry("applicant", Map.of("kinds", List.of("PERSON"), "ial", "standard")),
                Map.entry("oneActive", false),
                Map.entry("form", form()),
                Map.entry("rules", List.of(rule())),
                Map.entry("signature", "NONE"),
                Map.entry("term", Map.of("amount", 5, "unit", "WORKING_DAYS")),
                Map.entry("processing", Map.of("decidedBy", "OFFICER", "resultBy", "AGENCY")),
                Map.entry("rejectionReasons", Map.of("too_near", text("Слишком близко", "Too near"))),
                Map.entry("sources", List.of(Map.of("about", "SERVICE", "act", "Правила содержания пчёл"))));
    }

    private static Map<String, Object> form() {
        Map<String, Object> number = Map.of("type", "integer", "minimum", 0, "x-label", text("Число", "Number"));
        return Map.of(
                "type",
                "object",
                "required",
                List.of("hives", "metres"),
                "additionalProperties",
                false,
                "properties",
                Map.of("hives", number, "metres", number));
    }

    private static Map<String, Object> rule() {
        return Map.of(
                "pointer", "/metres",
                "code", "bees_too_near",
                "when", "form.hives > 10",
                "holds", "form.metres >= 100",
                "text", text("Не ближе ста метров", "A hundred metres at least"));
    }

    private static Map<String, String> text(String russian, String english) {
        return Map.of("ru", russian, "en", english);
    }

    private static byte[] aPermit() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
