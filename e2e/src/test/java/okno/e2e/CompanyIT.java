package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okno.local.demo.CompanyVisit;
import okno.local.demo.People;
import okno.local.demo.Visitor;
import okno.local.demo.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The head of a company links it, acts for it and gets an extract at once. */
class CompanyIT {

    private static final Visitor HEAD = RunningOkno.people().person("head");

    private static JsonNode org;
    private static Visitor acting;
    private static JsonNode extract;
    private static byte[] pdf;

    @BeforeAll
    static void play() {
        CompanyVisit visit = new CompanyVisit(HEAD, People.COMPANY);
        org = visit.link();
        acting = visit.act(org);
        extract = CompanyVisit.extract(acting);
        pdf = CompanyVisit.pdf(acting, extract);
    }

    @Test
    void the_head_is_recognised_by_the_register() {
        assertThat(org.path("status").asString()).isEqualTo("LINKED");
        assertThat(org.toString()).contains(People.COMPANY.get("ogrn"));
    }

    @Test
    void the_extract_is_a_pdf_about_the_company() {
        assertThat(Pdf.text(pdf)).contains(People.COMPANY.get("ogrn"), People.COMPANY.get("inn"), "Ромашка");
    }

    @Test
    void its_qr_code_leads_to_the_proof_that_it_is_genuine() {
        URI proof = URI.create(Pdf.qr(pdf));
        String answer = RunningOkno.portal()
                .anybody()
                .get(proof.getRawPath())
                .send()
                .expect(200)
                .text();
        assertThat(answer).contains("\"genuine\":true");
    }

    @Test
    void what_is_done_for_the_company_is_the_companys() {
        String path = "/api/v1/applications/" + extract.path("id").asString();
        acting.get(path).send().expect(200);
        HEAD.get(path).send().expect(404);
        RunningOkno.people().person("citizen").get(path).send().expect(404);
    }

    @Test
    void somebody_who_does_not_head_the_company_is_refused() {
        Visitor stranger = RunningOkno.people().person("citizen2");
        JsonNode asked = stranger.post("/api/v1/orgs")
                .json(People.COMPANY)
                .send()
                .expect(200, 201, 202)
                .json();
        String id = asked.path("id").asString();
        Waiting.until(Duration.ofSeconds(30), "refusal", () -> Optional.of(
                        stranger.get("/api/v1/orgs/" + id).send().expect(200).json())
                .filter(now -> now.path("status").asString().equals("REJECTED")));
        stranger.post("/api/v1/orgs/" + id + "/acting-token").send().expect(403, 404, 409);
    }
}
