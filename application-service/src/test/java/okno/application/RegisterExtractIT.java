package okno.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** The whole life of an application that needs no officer. */
class RegisterExtractIT extends ApplicationServiceCase {

    @Test
    void a_company_has_its_extract_at_once() {
        Api company = aCompany("applications.submit");
        Api.Answer draft = company.post("/applications", Map.of("serviceCode", "egrul-extract"))
                .expect(201);
        assertThat(draft.text("/form/ogrn")).isEqualTo(OGRN);
        assertThat(draft.text("/form/organisationName")).isEqualTo("ООО «Ромашка»");

        UUID id = submitted(company, UUID.fromString(draft.text("/id")));

        await().untilAsserted(() -> assertThat(status(company, id)).isEqualTo("COMPLETED"));
        Api.Answer completed = company.get("/applications/" + id);
        assertThat(completed.text("/statusTitle")).isEqualTo("Выписка готова");
        String result = completed.text("/result/documents/0/id");
        assertThat(company.get("/applications/" + id + "/results/" + result + "/content")
                        .response()
                        .body())
                .isEqualTo(PDF);
        await().untilAsserted(() -> assertThat(eventTypes(id))
                .containsExactly(
                        "okno.application.submitted.v1:SUBMITTED", "okno.application.status_changed.v1:COMPLETED"));
        assertThat(tasks(id)).isZero();
    }

    @Test
    void a_register_that_is_down_delays_and_never_loses() {
        OTHERS.stubFor(post("/internal/extracts").willReturn(serverError()));
        Api company = aCompany("applications.submit");
        UUID id = submitted(company, draft(company, "egrul-extract"));
        await().untilAsserted(() -> OTHERS.verify(
                com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly(2),
                postRequestedFor(urlEqualTo("/internal/extracts"))));
        assertThat(status(company, id)).isEqualTo("SUBMITTED");

        othersAreUp();

        await().atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(company, id)).isEqualTo("COMPLETED"));
    }

    @Test
    void a_record_that_the_register_does_not_have_is_a_refusal() {
        OTHERS.stubFor(post("/internal/extracts").willReturn(aResponse().withStatus(404)));
        Api company = aCompany("applications.submit");
        UUID id = submitted(company, draft(company, "egrul-extract"));

        await().untilAsserted(() -> assertThat(status(company, id)).isEqualTo("REJECTED"));

        assertThat(company.get("/applications/" + id).text("/result/reason"))
                .isEqualTo("В реестре нет записи с таким номером");
        await().untilAsserted(() ->
                assertThat(company.get("/results").text("/items/0/code")).isEqualTo("absence"));
        String path =
                "/applications/" + id + "/results/" + company.get("/results").text("/items/0/id") + "/content";
        assertThat(SampleFiles.textOf(company.get(path).expect(200).response().body()))
                .contains("нет сведений по запросу: ОГРН", "has no record");
    }

    @Test
    void the_agency_cannot_take_an_application_from_the_register() {
        OTHERS.stubFor(post("/internal/extracts").willReturn(serverError()));
        Api company = aCompany("applications.submit");
        UUID id = submitted(company, draft(company, "egrul-extract"));
        String desk = "/agency/applications/" + id;

        assertThat(fns().get(desk).expect(200).json().path("allowedActions").isEmpty())
                .isTrue();
        fns().post(desk + "/status", Map.of("status", "RECEIVED")).expect(409);
        fns().post(desk + "/assignment", Map.of()).expect(409);

        othersAreUp();
        await().atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(company, id)).isEqualTo("COMPLETED"));
    }

    @Test
    void a_task_of_a_worker_that_died_is_taken_over_after_its_lease() {
        OTHERS.stubFor(post("/internal/extracts").willReturn(serverError()));
        Api company = aCompany("applications.submit");
        UUID id = submitted(company, draft(company, "egrul-extract"));
        // As a worker leaves it that was killed in the middle: claimed, its lease running out just now.
        await().until(() -> tasks(id) == 1);
        jdbc.sql("update extract_task set attempts = 1, due_at = now() + interval '700 ms' where application_id = :id")
                .param("id", id)
                .update();
        othersAreUp();

        await().atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(company, id)).isEqualTo("COMPLETED"));
        assertThat(jdbc.sql("select count(*) from paper where application_id = :id and side = 'AGENCY'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void only_companies_and_only_with_the_right_may_ask() {
        assertThat(aCitizen()
                        .api()
                        .post("/applications", Map.of("serviceCode", "egrul-extract"))
                        .expect(403)
                        .text("/code"))
                .isEqualTo("applicant_not_eligible");
        assertThat(aCompany("other.permission")
                        .post("/applications", Map.of("serviceCode", "egrul-extract"))
                        .expect(403)
                        .text("/code"))
                .isEqualTo("permission_missing");
    }

    @Test
    void an_employee_sees_the_companys_applications_only_with_the_right_to_view() {
        TestToken token = TestTokens.person(UUID.randomUUID());
        UUID org = UUID.randomUUID();
        UUID id = draft(acting(token, org, "applications.submit"), "egrul-extract");

        acting(token, org, "applications.view").get("/applications/" + id).expect(200);
        acting(token, org, "applications.view").delete("/applications/" + id).expect(403);
        acting(token, org, "payments.create").get("/applications/" + id).expect(403);
        acting(token, org, "payments.create").get("/applications").expect(403);
    }

    private Api acting(TestToken token, UUID org, String permission) {
        return new Api(port, token.bearer(), token.acting(org, "7701000011", OGRN, permission));
    }

    @Test
    void the_companys_application_is_not_the_persons() {
        String sub = UUID.randomUUID().toString();
        var token = TestTokens.person(sub);
        Api acting = new Api(
                port, token.bearer(), token.acting(UUID.randomUUID(), "7701000011", OGRN, "applications.submit"));
        UUID id = draft(acting, "egrul-extract");

        api(token).get("/applications/" + id).expect(404);
        acting.get("/applications/" + id).expect(200);
    }

    private static UUID submitted(Api company, UUID id) {
        company.post("/applications/" + id + "/submission", Map.of()).expect(201);
        return id;
    }

    private int tasks(UUID id) {
        return jdbc.sql("select count(*) from extract_task where application_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
