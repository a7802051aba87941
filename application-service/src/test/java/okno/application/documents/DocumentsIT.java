package okno.application.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class DocumentsIT extends ApplicationServiceCase {

    private static final String ENDED = "okno.application.document_share_ended.v1";
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Autowired
    SweepDocuments sweepDocuments;

    @Autowired
    EndShares endShares;

    @Autowired
    ScannedDocuments scannedDocuments;

    @Autowired
    TransactionOperations transaction;

    @Test
    void a_person_keeps_finds_reads_and_removes_documents() {
        Citizen citizen = aCitizen();
        UUID passport = kept(citizen.api(), "passport", PDF);
        UUID diploma = kept(citizen.api(), "diploma", SampleFiles.pdf("d"));

        assertThat(ids(citizen.api().get("/documents"))).containsExactly(diploma.toString(), passport.toString());
        assertThat(ids(citizen.api().get("/documents?kind=passport"))).containsExactly(passport.toString());
        Api.Answer first = citizen.api().get("/documents?limit=1");
        assertThat(ids(first)).containsExactly(diploma.toString());
        assertThat(ids(citizen.api().get("/documents?limit=1&after=" + first.text("/next"))))
                .containsExactly(passport.toString());
        Api.Answer content =
                citizen.api().get("/documents/" + passport + "/content").expect(200);
        assertThat(content.response().body()).isEqualTo(PDF);
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        Api.Answer usage = citizen.api().get("/documents/usage").expect(200);
        assertThat(usage.json().at("/documents").asInt()).isEqualTo(2);
        assertThat(usage.json().at("/bytes").asLong()).isEqualTo(PDF.length + SampleFiles.pdf("d").length);

        citizen.api().delete("/documents/" + passport).expect(204);

        citizen.api().get("/documents/" + passport).expect(404);
        assertThat(DOCUMENTS.resolve(passport.toString().substring(34)).resolve(passport.toString()))
                .doesNotExist();
        await().untilAsserted(() ->
                assertThat(audited(citizen.id())).contains("document.kept", "document.read", "document.removed"));
    }

    @Test
    void a_file_may_be_the_body_itself_and_is_judged_like_any_other() {
        Api citizen = aCitizen().api();
        Map<String, String> pdf = Map.of("Content-Type", "application/pdf");
        String path = "/documents?kind=diploma&keepUntil=2099-01-31&name=%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC.pdf";

        Api.Answer kept = citizen.send("POST", path, pdf, PDF).expect(201);

        assertThat(kept.text("/fileName")).isEqualTo("диплом.pdf");
        assertThat(kept.text("/keepUntil")).isEqualTo("2099-01-31");
        assertThat(citizen.get("/documents/" + kept.text("/id") + "/content")
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(PDF);
        byte[] script = SampleFiles.pdfWith("OpenAction", Map.of("S", "JavaScript", "JS", "app.alert(1)"));
        assertThat(citizen.send("POST", path, pdf, script).expect(422).text("/errors/0/code"))
                .isEqualTo("file_active_content");
        assertThat(citizen.send("POST", path, pdf, new byte[] {'M', 'Z', 0, 0})
                        .expect(415)
                        .text("/code"))
                .isEqualTo("file_format");
        citizen.send("POST", path, pdf, new byte[0]).expect(400);
        citizen.send("POST", "/documents", pdf, PDF).expect(400);
        citizen.send("POST", path, "application/json", "{}").expect(415);
        assertThat(ids(citizen.get("/documents"))).containsExactly(kept.text("/id"));

        Map<String, String> once =
                Map.of("Content-Type", "application/octet-stream", "Idempotency-Key", "k-" + UUID.randomUUID());
        String first = citizen.send("POST", path, once, PDF).expect(201).text("/id");
        assertThat(citizen.send("POST", path, once, PDF).expect(201).text("/id"))
                .isEqualTo(first);
    }

    @Test
    void nobody_else_finds_a_document() {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "passport", PDF);
        UUID application = aSubmittedCertificate(citizen.api());

        for (Api other : List.of(aCitizen().api(), aCompany("applications.submit"))) {
            other.get("/documents/" + id).expect(404);
            other.get("/documents/" + id + "/content").expect(404);
            other.get("/documents/" + id + "/shares").expect(404);
            other.delete("/documents/" + id).expect(404);
            other.delete("/documents/" + id + "/shares/" + UUID.randomUUID()).expect(404);
            other.post("/documents/" + id + "/shares", Map.of("applicationId", application))
                    .expect(404);
            assertThat(ids(other.get("/documents"))).isEmpty();
        }
        mvd().get("/documents/" + id).expect(404);
        fns().get("/documents/" + id).expect(403);
        mvd().get("/agency/applications/" + application + "/shared-documents/" + id + "/content")
                .expect(404);
        // Not the person's own, but the organisation's, when they act for it.
        aCompany("applications.view")
                .upload("/documents", Map.of("kind", "x"), "a.pdf", PDF)
                .expect(403);
    }

    @Test
    void a_document_is_shown_to_one_agency_for_one_application_until_it_is_revoked() {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "passport", PDF);
        UUID application = aSubmittedCertificate(citizen.api());
        UUID other = aSubmittedCertificate(aCitizen().api());
        String shown = "/agency/applications/" + application + "/shared-documents";
        String shares = "/documents/" + id + "/shares";

        String share = citizen.api()
                .post(shares, Map.of("applicationId", application))
                .expect(201)
                .text("/id");

        citizen.api().post(shares, Map.of("applicationId", application)).expect(409);
        await().untilAsserted(() -> {
            List<TestEvents.Received> told = TestEvents.about(EVENTS, application).stream()
                    .filter(event -> event.type().equals("okno.application.document_shared.v1"))
                    .toList();
            assertThat(told).hasSize(1);
            ContractCheck.event(
                    "application-document-shared.v1", told.getFirst().data().toString());
            assertThat(told.getFirst().data().path("agency").asString()).isEqualTo("mvd");
        });
        assertThat(ids(mvd().get(shown).expect(200))).containsExactly(id.toString());
        assertThat(mvd().get(shown + "/" + id + "/content")
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(PDF);
        mvd().get("/agency/applications/" + other + "/shared-documents/" + id + "/content")
                .expect(404);
        fns().get(shown).expect(404);
        fns().get(shown + "/" + id + "/content").expect(404);
        await().untilAsserted(() -> assertThat(audited(citizen.id())).contains("document.shared", "document.read"));

        citizen.api().delete(shares + "/" + share).expect(204);

        mvd().get(shown + "/" + id + "/content").expect(404);
        assertThat(ids(mvd().get(shown))).isEmpty();
        citizen.api().delete(shares + "/" + share).expect(404);
        assertThat(citizen.api().get(shares).text("/items/0/revokedAt")).isNotNull();
        // It may be shown again, for a time.
        citizen.api()
                .post(
                        shares,
                        Map.of(
                                "applicationId",
                                application,
                                "expiresAt",
                                Instant.now().minusSeconds(1)))
                .expect(422);
        citizen.api()
                .post(
                        shares,
                        Map.of(
                                "applicationId",
                                application,
                                "expiresAt",
                                Instant.now().plusSeconds(60)))
                .expect(201);
        mvd().get(shown + "/" + id + "/content").expect(200);
        jdbc.sql("update document_share set expires_at = now() where document_id = :id")
                .param("id", id)
                .update();
        mvd().get(shown + "/" + id + "/content").expect(404);
    }

    @Test
    void the_agency_is_told_once_that_a_document_is_not_shown_any_more_and_why() throws Exception {
        Citizen citizen = aCitizen();
        UUID application = aSubmittedCertificate(citizen.api());
        UUID takenBack = kept(citizen.api(), "takenBack", PDF);
        UUID expired = kept(citizen.api(), "expired", PDF);
        UUID removed = kept(citizen.api(), "removed", PDF);
        UUID overdue = kept(citizen.api(), "overdue", PDF);
        UUID infected = kept(citizen.api(), "infected", PDF);
        UUID stays = kept(citizen.api(), "stays", PDF);
        await().until(() -> citizen.api().get("/documents").body().split("\"CLEAN\"").length == 7);
        Instant later = Instant.now().plusSeconds(600);
        shown(citizen, expired, Map.of("applicationId", application, "expiresAt", later));
        shown(citizen, stays, Map.of("applicationId", application, "expiresAt", later));
        for (UUID document : List.of(removed, overdue, infected)) {
            shown(citizen, document, Map.of("applicationId", application));
        }
        String share = shown(citizen, takenBack, Map.of("applicationId", application));

        citizen.api().delete("/documents/" + takenBack + "/shares/" + share).expect(204);
        citizen.api().delete("/documents/" + takenBack).expect(204);
        jdbc.sql("update document_share set expires_at = now() where document_id = :id")
                .param("id", expired)
                .update();
        // Replicas that look at the same moment.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> look = () -> {
                endShares.look();
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(look, look, look, look))) {
                done.get();
            }
        }
        citizen.api().delete("/documents/" + removed).expect(204);
        jdbc.sql("update personal_document set keep_until = current_date - 2 where id = :id")
                .param("id", overdue)
                .update();
        sweepDocuments.handle();
        transaction.executeWithoutResult(status -> scannedDocuments.reject(infected, "Eicar"));

        await().untilAsserted(() -> assertThat(ended(application))
                .containsExactlyInAnyOrder(
                        takenBack + " TAKEN_BACK",
                        expired + " EXPIRED",
                        removed + " REMOVED",
                        overdue + " REMOVED",
                        infected + " QUARANTINED"));
        TestEvents.Received told = TestEvents.about(EVENTS, application).stream()
                .filter(event -> event.type().equals(ENDED))
                .findFirst()
                .orElseThrow();
        ContractCheck.event("application-document-share-ended.v1", told.data().toString());
        assertThat(told.data().path("agency").asString()).isEqualTo("mvd");
        await().untilAsserted(() -> assertThat(audited(citizen.id())).contains("document.share_expired"));
        assertThat(citizen.api().get("/documents/" + expired + "/shares").text("/items/0/revokedAt"))
                .isNotNull();
        assertThat(ids(mvd().get("/agency/applications/" + application + "/shared-documents")))
                .containsExactly(stays.toString());
        citizen.api()
                .post("/documents/" + infected + "/shares", Map.of("applicationId", application))
                .expect(409);
    }

    @Test
    void what_has_just_ended_by_time_may_be_shown_again_at_once() {
        Citizen citizen = aCitizen();
        UUID application = aSubmittedCertificate(citizen.api());
        UUID id = kept(citizen.api(), "passport", PDF);
        shown(citizen, id, Map.of("applicationId", application));
        jdbc.sql("update document_share set expires_at = now() where document_id = :id")
                .param("id", id)
                .update();

        shown(citizen, id, Map.of("applicationId", application));

        await().untilAsserted(() -> assertThat(ended(application)).containsExactly(id + " EXPIRED"));
    }

    @Test
    void nothing_is_shown_for_a_draft_or_anothers_application() {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "passport", PDF);
        String shares = "/documents/" + id + "/shares";

        citizen.api()
                .post(shares, Map.of("applicationId", draft(citizen.api(), "residence-certificate")))
                .expect(409);
        citizen.api()
                .post(
                        shares,
                        Map.of("applicationId", aSubmittedCertificate(aCitizen().api())))
                .expect(404);
        citizen.api().post(shares, Map.of()).expect(400);
    }

    @Test
    void a_kept_document_is_attached_without_sending_it_again_and_stays_with_the_application() {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "passport", PDF);
        UUID application = draft(citizen.api(), "ip-registration");
        String path = "/applications/" + application + "/attachments";
        Map<String, Object> wish = Map.of("kind", "passport-scan", "documentId", id);

        Api.Answer attached = citizen.api().post(path + "/from-documents", wish).expect(201);
        citizen.api().delete("/documents/" + id).expect(204);

        String paper = path + "/" + attached.text("/id");
        assertThat(citizen.api().get(paper + "/content").expect(200).response().body())
                .isEqualTo(PDF);
        citizen.api().post(path + "/from-documents", wish).expect(404);
        // The passport of the service judges it as if it had been sent.
        UUID coarse = kept(citizen.api(), "passport", SampleFiles.scan(72));
        citizen.api()
                .post(path + "/from-documents", Map.of("kind", "passport-scan", "documentId", coarse))
                .expect(422);
    }

    @Test
    void the_result_of_an_application_lies_with_the_documents_and_stays_there() {
        Citizen citizen = aCitizen();
        UUID application = aSubmittedCertificate(citizen.api());
        String desk = "/agency/applications/" + application;
        for (String status : List.of("RECEIVED", "IN_REVIEW")) {
            mvd().post(desk + "/status", Map.of("status", status)).expect(200);
        }
        mvd().upload(desk + "/results", Map.of(), "result.pdf", SampleFiles.pdf("result"))
                .expect(201);
        assertThat(ids(citizen.api().get("/documents"))).isEmpty();

        mvd().post(desk + "/decision", Map.of("decision", "APPROVED")).expect(200);

        Api.Answer documents = citizen.api().get("/documents").expect(200);
        String id = documents.text("/items/0/id");
        assertThat(documents.text("/items/0/applicationId")).isEqualTo(application.toString());
        assertThat(documents.text("/items/0/fileName")).isEqualTo("result.pdf");
        assertThat(citizen.api()
                        .get("/documents/" + id + "/content")
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(SampleFiles.pdf("result"));
        citizen.api().delete("/documents/" + id).expect(409);
        assertThat(citizen.api().get("/documents/usage").json().at("/bytes").asLong())
                .isZero();
        UUID next = draft(citizen.api(), "ip-registration");
        citizen.api()
                .post(
                        "/applications/" + next + "/attachments/from-documents",
                        Map.of("kind", "passport-scan", "documentId", id))
                .expect(201);
    }

    @Test
    void an_infected_document_is_shown_to_nobody() {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "passport", SampleFiles.pdf(EICAR));

        await().untilAsserted(() ->
                assertThat(citizen.api().get("/documents/" + id).text("/state")).isEqualTo("REJECTED"));
        citizen.api().get("/documents/" + id + "/content").expect(409);
        await().untilAsserted(() -> {
            List<TestEvents.Received> told = TestEvents.about(EVENTS, id);
            assertThat(told).extracting(TestEvents.Received::type).containsExactly("okno.document.rejected.v1");
            ContractCheck.event("document-rejected.v1", told.getFirst().data().toString());
            assertThat(told.getFirst().data().path("personId").asString()).isEqualTo(citizen.id());
        });
        UUID application = draft(citizen.api(), "ip-registration");
        citizen.api()
                .post(
                        "/applications/" + application + "/attachments/from-documents",
                        Map.of("kind", "passport-scan", "documentId", id))
                .expect(409);
        citizen.api().delete("/documents/" + id).expect(204);
    }

    @Test
    void a_document_is_forgotten_after_its_last_day() {
        Citizen citizen = aCitizen();
        Map<String, String> yesterday =
                Map.of("kind", "x", "keepUntil", LocalDate.now().minusDays(2).toString());
        citizen.api().upload("/documents", yesterday, "a.pdf", PDF).expect(422);
        Map<String, String> later =
                Map.of("kind", "x", "keepUntil", LocalDate.now().plusDays(9).toString());
        UUID id = UUID.fromString(citizen.api()
                .upload("/documents", later, "a.pdf", PDF)
                .expect(201)
                .text("/id"));
        UUID forEver = kept(citizen.api(), "passport", PDF);
        sweepDocuments.handle();
        citizen.api().get("/documents/" + id).expect(200);

        jdbc.sql("update personal_document set keep_until = current_date - 2 where id = :id")
                .param("id", id)
                .update();
        sweepDocuments.handle();

        citizen.api().get("/documents/" + id).expect(404);
        citizen.api().get("/documents/" + forEver).expect(200);
        assertThat(DOCUMENTS.resolve(id.toString().substring(34)).resolve(id.toString()))
                .doesNotExist();
        await().untilAsserted(() -> assertThat(audited(citizen.id())).contains("document.expired"));
    }

    @Test
    void of_many_uploads_at_once_no_more_are_kept_than_the_quota_allows() throws InterruptedException {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "x", PDF);
        // As if this one filled all but the room of one more.
        jdbc.sql("update personal_document set size = :size where id = :id")
                .param("size", 200L * 1024 * 1024 - PDF.length)
                .param("id", id)
                .update();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> send = () -> citizen.api()
                    .upload("/documents", Map.of("kind", "x"), "a.pdf", PDF)
                    .response()
                    .statusCode();
            answers = threads.invokeAll(List.of(send, send, send, send)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(ids(citizen.api().get("/documents"))).hasSize(2);
    }

    @Test
    void nobody_keeps_more_than_five_hundred_documents_however_small() {
        Citizen citizen = aCitizen();
        UUID id = kept(citizen.api(), "x", PDF);
        // As if there were all but one of the rest.
        jdbc.sql("""
                        insert into personal_document
                        select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'size', 0))).*
                          from personal_document d, generate_series(1, 498)
                         where d.id = :id
                        """).param("id", id).update();

        UUID last = kept(citizen.api(), "x", PDF);
        Api.Answer refused = citizen.api().upload("/documents", Map.of("kind", "x"), "a.pdf", PDF);

        assertThat(refused.expect(409).text("/code")).isEqualTo("quota_exceeded");
        assertThat(citizen.api().get("/documents/usage").json().at("/documents").asInt())
                .isEqualTo(500);
        citizen.api().delete("/documents/" + last).expect(204);
        kept(citizen.api(), "x", PDF);
    }

    @Test
    void a_company_has_documents_of_its_own() {
        TestToken person = TestTokens.person(UUID.randomUUID());
        Api own = api(person);
        Api company =
                new Api(port, person.bearer(), person.acting(UUID.randomUUID(), INN, OGRN, "applications.submit"));

        UUID id = kept(company, "charter", PDF);

        own.get("/documents/" + id).expect(404);
        company.get("/documents/" + id + "/content").expect(200);
    }

    private static String shown(Citizen citizen, UUID document, Map<String, Object> wish) {
        return citizen.api()
                .post("/documents/" + document + "/shares", wish)
                .expect(201)
                .text("/id");
    }

    private static List<String> ended(UUID application) {
        return TestEvents.about(EVENTS, application).stream()
                .filter(event -> event.type().equals(ENDED))
                .map(event -> event.data().path("documentId").asString() + " "
                        + event.data().path("reason").asString())
                .toList();
    }

    private static UUID kept(Api caller, String kind, byte[] content) {
        return UUID.fromString(caller.upload("/documents", Map.of("kind", kind), "a.pdf", content)
                .expect(201)
                .text("/id"));
    }

    private static List<String> ids(Api.Answer page) {
        return page.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> audited(String personId) {
        return TestEvents.all("okno.platform.audit.v1").stream()
                .filter(event -> event.data().path("personId").asString("").equals(personId))
                .map(event -> event.data().path("action").asString())
                .toList();
    }
}
