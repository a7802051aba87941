package okno.application.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class ScanIT extends ApplicationServiceCase {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final Map<String, String> SCAN = Map.of("kind", "passport-scan");

    @Test
    void an_infected_file_is_kept_apart_and_everybody_is_told() {
        Citizen citizen = aCitizen();
        UUID id = draft(citizen.api(), "ip-registration");
        String path = "/applications/" + id + "/attachments";

        Api.Answer sent = citizen.api().upload(path, SCAN, "a.pdf", SampleFiles.pdf(EICAR));

        String file = path + "/" + sent.expect(201).text("/id");
        assertThat(sent.text("/state")).isEqualTo("PENDING_SCAN");
        await().untilAsserted(
                        () -> assertThat(citizen.api().get(file).text("/state")).isEqualTo("REJECTED"));
        assertThat(citizen.api().get(file).text("/reason")).isEqualTo("malware");
        Api.Answer content = citizen.api().get(file + "/content").expect(409);
        assertThat(content.text("/code")).isEqualTo("file_quarantined");
        assertThat(content.body()).doesNotContain("EICAR");
        await().untilAsserted(() -> assertThat(eventTypes(id)).containsExactly("okno.application.file_rejected.v1:-"));
        TestEvents.Received told = TestEvents.about(EVENTS, id).getFirst();
        ContractCheck.event("application-file-rejected.v1", told.data());
        assertThat(told.data().path("personId").asString()).isEqualTo(citizen.id());
        assertThat(told.data().path("sentBy").asString()).isEqualTo("APPLICANT");
        await().untilAsserted(() -> assertThat(audited(citizen.id())).contains("document.quarantined"));
        // The document is as good as missing, and may be replaced.
        assertThat(citizen.api().get("/applications/" + id + "/readiness").body())
                .contains("document_missing");
        citizen.api().delete(file).expect(204);
        citizen.api().upload(path, SCAN, "b.pdf", PDF).expect(201);
        assertThat(citizen.api().get("/applications/" + id + "/readiness").body())
                .doesNotContain("document_missing");
    }

    @Test
    void a_file_that_nobody_has_scanned_stops_no_submission_and_is_read_by_nobody_before() {
        Citizen citizen = aCitizen();
        UUID id = aFilledRegistration(citizen);
        UUID file = UUID.fromString(
                citizen.api().get("/applications/" + id + "/attachments").text("/items/0/id"));
        String path = "/applications/" + id + "/attachments/" + file;
        await().untilAsserted(
                        () -> assertThat(citizen.api().get(path).text("/state")).isEqualTo("CLEAN"));
        unscanned(file, OffsetDateTime.now().plusHours(1));

        citizen.api()
                .post("/applications/" + id + "/submission", Map.of("signatureId", signed(citizen, id)))
                .expect(202);

        assertThat(citizen.api().get(path).text("/state")).isEqualTo("PENDING_SCAN");
        citizen.api().get(path + "/content").expect(200);
        assertThat(citizen.api().get(path).text("/state")).isEqualTo("CLEAN");
        assertThat(waiting(file)).isZero();
    }

    @Test
    void a_scan_that_a_crash_interrupted_is_done_again() {
        Citizen citizen = aCitizen();
        UUID id = aFilledRegistration(citizen);
        String path = "/applications/" + id + "/attachments";
        UUID file = UUID.fromString(citizen.api().get(path).text("/items/0/id"));
        await().until(() -> waiting(file) == 0);

        unscanned(file, OffsetDateTime.now());

        await().untilAsserted(() ->
                assertThat(citizen.api().get(path + "/" + file).text("/state")).isEqualTo("CLEAN"));
    }

    @Test
    void a_file_that_is_removed_waits_for_nothing() {
        Citizen citizen = aCitizen();
        UUID id = aFilledRegistration(citizen);
        String path = "/applications/" + id + "/attachments";
        UUID file = UUID.fromString(citizen.api().get(path).text("/items/0/id"));
        await().until(() -> waiting(file) == 0);
        unscanned(file, OffsetDateTime.now().plusHours(1));

        citizen.api().delete(path + "/" + file).expect(204);

        assertThat(waiting(file)).isZero();
    }

    /** Thirty times, while the worker is at it: a deadlock would be a 503 after a second. */
    @Test
    void what_is_removed_while_it_is_scanned_is_removed() {
        Citizen citizen = aCitizen();
        for (int i = 0; i < 30; i++) {
            UUID id = draft(citizen.api(), "ip-registration");
            String path = "/applications/" + id + "/attachments";
            Api.Answer sent = citizen.api().upload(path, SCAN, "a.pdf", PDF).expect(201);
            if (i % 2 == 0) {
                citizen.api().delete(path + "/" + sent.text("/id")).expect(204);
            }
            citizen.api().delete("/applications/" + id).expect(204);
        }
    }

    @Test
    void an_officer_reads_no_infected_result_or_attachment() {
        Citizen citizen = aCitizen();
        Api officer = api(TestTokens.officer(UUID.randomUUID().toString()).agency("mvd"));
        UUID id = aSubmittedCertificate(citizen.api());
        officer.post("/agency/applications/" + id + "/status", Map.of("status", "RECEIVED"))
                .expect(200);
        Api.Answer sent = citizen.api()
                .upload("/applications/" + id + "/documents", Map.of(), "a.pdf", SampleFiles.pdf(EICAR))
                .expect(201);

        officer.get("/agency/applications/" + id + "/attachments/" + sent.text("/id") + "/content")
                .expect(409);

        await().untilAsserted(() -> assertThat(eventTypes(id)).contains("okno.application.file_rejected.v1:-"));
    }

    /** As a crash between commit and scan leaves it. */
    private void unscanned(UUID file, OffsetDateTime due) {
        jdbc.sql("insert into scan_task (document_id, paper_id, attempts, due_at) values (:id, :id, 1, :due)")
                .param("id", file)
                .param("due", due)
                .update();
        jdbc.sql("update paper set state = 'PENDING_SCAN' where id = :id")
                .param("id", file)
                .update();
    }

    private long waiting(UUID file) {
        return jdbc.sql("select count(*) from scan_task where document_id = :id")
                .param("id", file)
                .query(Long.class)
                .single();
    }

    private static List<String> audited(String personId) {
        return TestEvents.all("okno.platform.audit.v1").stream()
                .filter(event -> event.data().path("personId").asString("").equals(personId))
                .map(event -> event.data().path("action").asString())
                .toList();
    }
}
