package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import okno.local.demo.Visitor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An officer of the interior ministry works a free application; officers and machines of others do not see it. */
class OfficerIT {

    private static final Visitor CITIZEN = RunningOkno.people().person("citizen");
    private static final Visitor OFFICER = RunningOkno.people().person("officer");

    private static String id;
    private static byte[] certificate;

    @BeforeAll
    static void the_officer_works_the_application() throws IOException {
        var begun = CITIZEN.post("/api/v1/applications")
                .json(Map.of("serviceCode", "residence-certificate"))
                .send()
                .expect(201);
        id = begun.json().path("id").asString();
        String mine = "/api/v1/applications/" + id;
        CITIZEN.patch(mine)
                .text("application/merge-patch+json", "{\"form\": {\"period\": {\"from\": \"2024-01-01\"}}}")
                .header("If-Match", begun.header("ETag"))
                .send()
                .expect(200);
        CITIZEN.post(mine + "/submission").json(Map.of()).send().expect(201);
        String desk = "/api/v1/agency/applications/" + id;
        OFFICER.post(desk + "/assignment").json(Map.of()).send().expect(200);
        for (String status : new String[] {"RECEIVED", "IN_REVIEW"}) {
            OFFICER.post(desk + "/status").json(Map.of("status", status)).send().expect(200);
        }
        OFFICER.post(desk + "/decision")
                .json(Map.of("decision", "APPROVED"))
                .send()
                .expect(200);
        certificate = aCertificate();
        OFFICER.post(desk + "/results")
                .file(Map.of(), "certificate.pdf", "application/pdf", certificate)
                .send()
                .expect(201);
    }

    @Test
    void the_citizen_holds_the_very_certificate() {
        JsonNode application =
                CITIZEN.get("/api/v1/applications/" + id).send().expect(200).json();
        assertThat(application.path("status").asString()).isEqualTo("COMPLETED");
        String result = application.at("/result/documents/0/id").asString();
        assertThat(CITIZEN.get("/api/v1/applications/" + id + "/results/" + result + "/content")
                        .header("Accept", "*/*")
                        .send()
                        .expect(200)
                        .body())
                .isEqualTo(certificate);
    }

    @Test
    void the_officer_finds_it_among_the_completed() {
        OFFICER.get("/api/v1/agency/applications/" + id).send().expect(200);
        assertThat(OFFICER.get("/api/v1/agency/applications?status=COMPLETED")
                        .send()
                        .expect(200)
                        .text())
                .contains(id);
    }

    @Test
    void another_agency_and_another_citizen_find_nothing() {
        RunningOkno.people()
                .machine("agency-fns")
                .get("/api/v1/agency/applications/" + id)
                .send()
                .expect(404);
        RunningOkno.people()
                .person("citizen2")
                .get("/api/v1/applications/" + id)
                .send()
                .expect(404);
        CITIZEN.get("/api/v1/agency/applications/" + id).send().expect(403);
    }

    private static byte[] aCertificate() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
