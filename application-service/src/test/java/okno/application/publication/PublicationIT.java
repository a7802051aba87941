package okno.application.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.application.catalogue.CatalogueSnapshots;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublicationIT extends ApplicationServiceCase {

    @Autowired
    CatalogueSnapshots snapshots;

    @Autowired
    ReviewPassport reviewPassport;

    @Test
    void a_passport_unknown_to_the_code_is_published_and_carried_to_its_result() {
        String code = newCode();
        Api admin = admin();
        admin.post("/services", PassportBuilder.bees(code, 1)).expect(201);
        new Api(port, null, null).get("/services/" + code).expect(404);

        Api.Answer report = admin.post("/services/" + code + "/versions/1/publication", Map.of())
                .expect(201);

        assertThat(report.json().path("published").asBoolean()).isTrue();
        assertThat(report.json().path("paths").size()).isGreaterThanOrEqualTo(3);
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, code);
        assertThat(citizen.get("/applications/" + id).text("/form/lastName")).isEqualTo("Иванова");
        citizen.patch(id, 1, Map.of("region", "77", "hives", 12, "metres", 5)).expect(200);

        Api.Answer early = citizen.get("/applications/" + id + "/readiness").expect(200);
        Api.Answer refused =
                citizen.post("/applications/" + id + "/submission", Map.of()).expect(422);

        assertThat(codes(early)).containsExactly("/form/metres bees_too_near", "/attachments document_missing");
        assertThat(codes(refused)).isEqualTo(codes(early));
        assertThat(refused.text("/errors/0/message")).isEqualTo("Больше десяти ульев — не ближе ста метров");
        assertThat(early.text("/errors/0/message")).isEqualTo(refused.text("/errors/0/message"));
        citizen.patch(id, 2, Map.of("metres", 150)).expect(200);
        citizen.upload("/applications/" + id + "/attachments", Map.of("kind", "plan"), "plan.pdf", PDF)
                .expect(201);
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        theAgencyGrants(id, citizen);
        theEventSaysWhatThePassportHasToSay(id);

        Api.Answer done = citizen.get("/applications/" + id).expect(200);
        assertThat(done.text("/status")).isEqualTo("COMPLETED");
        assertThat(done.text("/statusTitle")).isEqualTo("Услуга оказана");
        String result = done.text("/result/documents/0/id");
        assertThat(SampleFiles.textOf(citizen.get("/applications/" + id + "/results/" + result + "/content")
                        .expect(200)
                        .response()
                        .body()))
                .contains(
                        "Разрешение на пасеку",
                        "Иванова может держать ульи: 12. Осмотрел Пчёлкин.",
                        "may keep 12 hives");
        UUID again = draft(citizen, code);
        assertThat(citizen.get("/applications/" + again)
                        .json()
                        .at("/form/hives")
                        .asInt())
                .isEqualTo(12);
    }

    private static void theEventSaysWhatThePassportHasToSay(UUID id) {
        await().untilAsserted(
                        () -> assertThat(eventTypes(id)).contains("okno.application.status_changed.v1:IN_REVIEW"));
        var told = TestEvents.about(EVENTS, id);
        var inReview = told.stream()
                .map(event -> event.data())
                .filter(data -> data.path("status").asString("").equals("IN_REVIEW"))
                .findFirst()
                .orElseThrow()
                .path("notices");
        assertThat(inReview.size()).isEqualTo(2);
        assertThat(inReview.at("/0/channels").toString()).isEqualTo("[\"EMAIL\",\"INBOX\"]");
        assertThat(inReview.at("/0/title/en").asString()).isEqualTo("the bees are being counted");
        assertThat(inReview.at("/1/text/ru").asString()).isEqualTo("Ждите инспектора.");
        assertThat(told.getFirst().data().path("notices").size()).isZero();
    }

    private void theAgencyGrants(UUID id, Api citizen) {
        Api agency = api(TestTokens.officer(UUID.randomUUID().toString()).agency("municipality"));
        String path = "/agency/applications/" + id;
        agency.post(path + "/status", Map.of("status", "RECEIVED")).expect(200);
        assertThat(citizen.post("/applications/" + id + "/withdrawal", Map.of())
                        .expect(409)
                        .text("/code"))
                .isEqualTo("withdrawal_not_allowed");
        agency.post(path + "/status", Map.of("status", "IN_REVIEW")).expect(200);
        assertThat(citizen.get("/applications/" + id).text("/statusTitle")).isEqualTo("Считаем пчёл");
        assertThat(agency.post(path + "/results", Map.of("code", "permit"))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/fields/inspector");
        agency.post(path + "/results", Map.of("code", "permit", "fields", Map.of("inspector", "Пчёлкин")))
                .expect(201);
        agency.post(path + "/decision", Map.of("decision", "APPROVED")).expect(200);
    }

    @Test
    void a_new_version_changes_nothing_for_what_is_under_way() {
        String code = newCode();
        publish(PassportBuilder.bees(code, 1));
        Api citizen = aCitizen().api();
        UUID draft = draft(citizen, code);
        Map<String, Object> second = PassportBuilder.bees(code, 2);
        second.put(
                "form",
                Map.of(
                        "type",
                        "object",
                        "required",
                        List.of("colour"),
                        "additionalProperties",
                        false,
                        "properties",
                        Map.of("colour", Map.of("type", "string", "x-label", PassportBuilder.text("Цвет", "Colour")))));
        List.of("rules", "prefill", "regionPointer", "documents", "results").forEach(second::remove);
        second.put("applicant", Map.of("kinds", List.of("PERSON"), "ial", "standard"));

        publish(second);

        citizen.patch(draft, 1, Map.of("region", "77", "hives", 2, "metres", 5)).expect(200);
        citizen.post("/applications/" + draft + "/submission", Map.of()).expect(201);
        assertThat(citizen.get("/applications/" + draft)
                        .json()
                        .path("serviceVersion")
                        .asInt())
                .isEqualTo(1);
        assertThat(citizen.get("/applications/" + draft(citizen, code))
                        .json()
                        .path("serviceVersion")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_another_replica_publishes_is_in_force_here_within_a_second() {
        String code = newCode();
        Api anyone = new Api(port, null, null);
        anyone.get("/services/" + code).expect(404);
        jdbc.sql("""
                insert into service_passport (code, version, content, sha256, published_at)
                select :code, 1, jsonb_set(content::jsonb, '{code}', to_jsonb(:code::text))::json, 'x', now()
                  from service_passport where code = :from order by version desc limit 1
                """).param("code", code).param("from", "residence-certificate").update();

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> anyone.get("/services/" + code).expect(200));
    }

    @Test
    void a_dry_run_tells_and_changes_nothing() {
        String code = newCode();
        Map<String, Object> passport = PassportBuilder.bees(code, 1);
        passport.put("agency", "ministry-of-magic");
        passport.put("duty", Map.of("tariff", "state-duty.unknown"));
        passport.put("term", Map.of("reference", "term.unknown"));
        passport.put("category", "potions");
        admin().post("/services", passport).expect(201);

        Api.Answer report = admin().post("/services/" + code + "/versions/1/publication?dryRun=true", Map.of())
                .expect(200);

        assertThat(report.json().path("publishable").asBoolean()).isFalse();
        assertThat(report.json().path("findings").valueStream().map(finding -> finding.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/agency", "/category", "/duty/tariff", "/term/reference");
        Api.Answer refused = admin().post("/services/" + code + "/versions/1/publication", Map.of())
                .expect(422);
        assertThat(codes(refused)).contains("/agency agency_unknown", "/term/reference term_unknown");
        new Api(port, null, null).get("/services/" + code).expect(404);
    }

    @Test
    void versions_only_grow_and_what_is_published_stays() {
        String code = newCode();
        publish(PassportBuilder.bees(code, 3));

        assertThat(admin().post("/services", PassportBuilder.bees(code, 3))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("version_published");
        admin().post("/services", PassportBuilder.bees(code, 2)).expect(409);
        admin().post("/services/" + code + "/versions/3/publication", Map.of()).expect(409);
        admin().post("/services/" + code + "/versions/9/publication", Map.of()).expect(404);
        admin().get("/services/" + code + "/versions/9").expect(404);
    }

    @Test
    void what_is_exported_can_be_imported_as_the_next_version() {
        String code = newCode();
        publish(PassportBuilder.bees(code, 1));

        Api.Answer file = admin().get("/services/" + code + "/versions/1").expect(200);

        assertThat(file.header("Content-Disposition")).contains(code + "-1.json");
        assertThat(file.header("Okno-Passport-State")).isEqualTo("PUBLISHED");
        assertThat(file.body()).doesNotContain("$ref");
        admin().send("POST", "/services", "application/json", file.body().replace("\"version\":1", "\"version\":2"))
                .expect(201);
        admin().post("/services/" + code + "/versions/2/publication", Map.of()).expect(201);
    }

    @Test
    void nobody_but_an_administrator_writes_the_catalogue() {
        Map<String, Object> passport = PassportBuilder.bees(newCode(), 1);

        for (Api other : List.of(aCitizen().api(), mvd(), fns())) {
            other.post("/services", passport).expect(403);
            other.get("/services/egrul-extract/versions/2").expect(403);
            other.post("/services/egrul-extract/versions/2/publication", Map.of())
                    .expect(403);
        }
        new Api(port, null, null).post("/services", passport).expect(401);
    }

    @Test
    void publications_are_audited() {
        String code = newCode();
        publish(PassportBuilder.bees(code, 1));

        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .filter(event ->
                                event.data().path("objectId").asString("").equals(code + ":1"))
                        .map(event -> event.data().path("action").asString()))
                .containsExactlyInAnyOrder("passport.saved", "passport.published"));
    }

    @Test
    void every_passport_of_ours_could_be_published_today() {
        snapshots.current().services().values().stream()
                .filter(passport -> !passport.sources().isEmpty())
                .forEach(passport -> assertThat(reviewPassport.handle(passport).findings())
                        .as(passport.code())
                        .isEmpty());
    }

    private void publish(Map<String, Object> passport) {
        admin().post("/services", passport).expect(201);
        admin().post(
                        "/services/" + passport.get("code") + "/versions/" + passport.get("version") + "/publication",
                        Map.of())
                .expect(201);
    }

    private Api admin() {
        return api(TestTokens.admin());
    }

    private static String newCode() {
        return "bees-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static List<String> codes(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
