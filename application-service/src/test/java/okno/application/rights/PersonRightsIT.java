package okno.application.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.rights.KeptTerms;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonRightsIT extends ApplicationServiceCase {

    private static final String ANSWERS = "okno.application.erasure.v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    KeptTerms keptTerms;

    @Autowired
    MeterRegistry meters;

    @Test
    void gives_everything_of_a_person_and_nothing_of_others() {
        Citizen citizen = aCitizen();
        UUID draft = aFilledRegistration(citizen);
        UUID submitted = aSubmittedCertificate(citizen.api());
        UUID document = keptDocument(citizen);
        UUID strangers = aSubmittedCertificate(aCitizen().api());

        List<JsonNode> lines = lines(citizen);
        assertThat(lines.getLast().path("lines").asInt()).isEqualTo(lines.size() - 1);
        String all = lines.toString();
        assertThat(all)
                .contains(draft.toString(), submitted.toString(), document.toString(), "62.01", "скан.pdf", "Иванова")
                .doesNotContain(strangers.toString())
                .doesNotContain("assignee");
        List<String> files = lines.stream()
                .filter(line -> line.has("file"))
                .map(line -> line.at("/file/id").asString())
                .toList();
        assertThat(files).hasSize(2).contains(document.toString());
        for (String file : files) {
            assertThat(identity()
                            .get(path(citizen) + "/files/" + file)
                            .expect(200)
                            .response()
                            .body())
                    .isEqualTo(PDF);
            identity().get(path(aCitizen()) + "/files/" + file).expect(404);
        }
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anyMatch(event -> event.data().path("personId").asString("").equals(citizen.id())
                        && event.data().path("action").asString().equals("person.exported")));
    }

    @Test
    void only_identity_service_may_ask() {
        Citizen citizen = aCitizen();
        for (Api other : List.of(
                citizen.api(),
                mvd(),
                fns(),
                api(TestTokens.admin()),
                api(TestTokens.service("payment-service")),
                api(TestTokens.client("identity-service")))) {
            other.get(path(citizen)).expect(403);
            other.get(path(citizen) + "/files/" + UUID.randomUUID()).expect(403);
        }
        new Api(port, null, null).get(path(citizen)).expect(401);
    }

    @Test
    void an_order_erases_drafts_and_own_documents_and_says_what_it_keeps() throws NoSuchAlgorithmException {
        Citizen citizen = aCitizen();
        UUID draft = aFilledRegistration(citizen);
        UUID submitted = aSubmittedCertificate(citizen.api());
        UUID document = keptDocument(citizen);
        UUID piece = aPieceOf(citizen, draft);
        UUID scan = UUID.fromString(lines(citizen).stream()
                .filter(line -> line.has("file"))
                .map(line -> line.at("/file/id").asString())
                .filter(id -> !id.equals(document.toString()))
                .findFirst()
                .orElseThrow());
        citizen.api()
                .post("/documents/" + document + "/shares", Map.of("applicationId", submitted))
                .expect(201);
        UUID order = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        Map<String, Object> data =
                Map.of("erasureId", order, "personId", citizen.id(), "occurredAt", "2026-11-26T09:32:00Z");
        for (int time = 1; time <= 2; time++) {
            TestEvents.publish(event, "okno.identity.erasure.v1", "okno.erasure.ordered.v1", order, 1, data);
        }

        await().until(() -> !TestEvents.about(ANSWERS, order).isEmpty());
        JsonNode answer = TestEvents.about(ANSWERS, order).getFirst().data();
        ContractCheck.event("erasure-answered.v1", answer.toString().getBytes(UTF_8));
        assertThat(answer.path("erased").toString())
                .contains("{\"what\":\"draft\",\"count\":1}", "{\"what\":\"personal_document\",\"count\":1}");
        assertThat(answer.at("/kept/0/what").asString()).isEqualTo("submitted_application");
        assertThat(answer.at("/kept/0/count").asInt()).isEqualTo(1);

        citizen.api().get("/applications/" + draft).expect(404);
        citizen.api().get("/documents/" + document).expect(404);
        citizen.api().get("/applications/" + submitted).expect(200);
        await().untilAsserted(() -> assertThat(List.of(document, scan, piece)).noneMatch(PersonRightsIT::isStored));
        await().untilAsserted(
                        () -> assertThat(eventTypes(submitted)).contains("okno.application.document_share_ended.v1:-"));
        assertThat(rowsOf(draft)).isZero();
        assertThat(columnsWith(citizen.id()))
                .containsExactly("application.owner", "application.person_id", "erased_person.person_id");
        for (String trace : List.of("citizen@okno.example", "+79160000001", SNILS)) {
            assertThat(columnsWith(trace)).as(trace).isEmpty();
        }

        String closed =
                "update application set status = 'COMPLETED', updated_at = now() - interval '%s' where id = :id";
        jdbc.sql(closed.formatted("1820 days")).param("id", submitted).update();
        lookNow(citizen);
        citizen.api().get("/applications/" + submitted).expect(200);
        jdbc.sql(closed.formatted("1830 days")).param("id", submitted).update();
        lookNow(citizen);
        citizen.api().get("/applications/" + submitted).expect(404);
        assertThat(columnsWith(citizen.id())).isEmpty();
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anyMatch(entry -> entry.data().path("personId").asString("").equals(citizen.id())
                        && entry.data().path("action").asString().equals("person.kept_removed")));
    }

    @Test
    void an_application_is_kept_while_a_complaint_about_it_is_not_old_either() {
        Citizen citizen = aCitizen();
        UUID open = aSubmittedCertificate(citizen.api());
        UUID id = draft(citizen.api(), "residence-certificate");
        String path = "/applications/" + id;
        UUID paper = uploaded(citizen, path + "/attachments", "supporting-document");
        citizen.api().post(path + "/submission", Map.of()).expect(201);
        String appeal = citizen.api()
                .post(path + "/appeals", Map.of("ground", "other", "text", "Грубят"))
                .expect(201)
                .text("/id");
        UUID proof = uploaded(citizen, path + "/appeals/" + appeal + "/documents", "additional");
        closedLongAgo(id);
        citizen.api().post(path + "/feedback", Map.of("rating", 5)).expect(201);
        jdbc.sql("update application set updated_at = now() - interval '6 years' where id = :id")
                .param("id", open)
                .update();
        erased(citizen.id());
        closedLongAgo(id);

        lookNow(citizen);
        citizen.api().get("/applications/" + id).expect(200);
        jdbc.sql("update appeal set status = 'DENIED', decided_at = now() - interval '4 years' where id = :id")
                .param("id", UUID.fromString(appeal))
                .update();
        lookNow(citizen);
        citizen.api().get("/applications/" + id).expect(200);
        jdbc.sql("update appeal set decided_at = now() - interval '6 years' where id = :id")
                .param("id", UUID.fromString(appeal))
                .update();
        double before = removed("submitted_application");
        lookNow(citizen);
        citizen.api().get("/applications/" + id).expect(404);
        assertThat(removed("submitted_application")).isEqualTo(before + 1);
        assertThat(columnsWith(id.toString())).isEmpty();
        assertThat(columnsWith(appeal)).isEmpty();
        assertThat(List.of(paper, proof)).noneMatch(PersonRightsIT::isStored);
        // Whatever is not over stays, however old.
        citizen.api().get("/applications/" + open).expect(200);
    }

    @Test
    void
            a_granted_document_that_is_in_force_keeps_its_application_and_one_that_is_shown_elsewhere_is_not_shown_after_it() {
        Citizen citizen = aCitizen();
        UUID id = aSubmittedCertificate(citizen.api());
        inReview(mvd(), id);
        String result = mvd().upload("/agency/applications/" + id + "/results", Map.of(), "b.pdf", PDF)
                .expect(201)
                .text("/id");
        mvd().post("/agency/applications/" + id + "/decision", Map.of("decision", "APPROVED"))
                .expect(200);
        UUID later = aSubmittedCertificate(citizen.api());
        citizen.api()
                .post("/documents/" + result + "/shares", Map.of("applicationId", later))
                .expect(201);
        erased(citizen.id());
        closedLongAgo(id);
        goodUntil(id, 1);

        lookNow(citizen);
        citizen.api().get("/applications/" + id).expect(200);
        goodUntil(id, -1);
        lookNow(citizen);
        citizen.api().get("/applications/" + id).expect(404);
        citizen.api().get("/applications/" + later).expect(200);
        await().untilAsserted(
                        () -> assertThat(eventTypes(later)).contains("okno.application.document_share_ended.v1:-"));
        assertThat(columnsWith(result)).isEmpty();
    }

    @Test
    void who_acted_for_another_is_told_what_stays_and_is_named_no_longer_than_the_case_is_kept() {
        Citizen principal = aCitizen();
        Citizen representative = aCitizen();
        UUID power = UUID.randomUUID();
        TestToken token = TestTokens.person(representative.id());
        Api acting = new Api(
                port,
                token.bearer(),
                token.actingFor(
                        principal.id(),
                        power,
                        List.of("residence-certificate"),
                        "applications.draft",
                        "applications.submit",
                        "profile.prefill"));
        UUID id = aSubmittedCertificate(acting);
        assertThat(lines(representative).toString()).contains("actedForOthers", power.toString());

        JsonNode answer = erased(representative.id());

        assertThat(answer.at("/kept/0/what").asString()).isEqualTo("acted_for_others");
        assertThat(answer.at("/kept/0/count").asInt()).isEqualTo(1);
        lookNow(representative);
        assertThat(columnsWith(representative.id()))
                .containsExactly("application_history.representative", "erased_person.person_id");
        closedLongAgo(id);
        lookNow(representative);
        assertThat(columnsWith(representative.id())).isEmpty();
        JsonNode step =
                principal.api().get("/applications/" + id + "/history").json().at("/items/0/representative");
        assertThat(step.path("powerOfAttorneyId").asString()).isEqualTo(power.toString());
        assertThat(step.has("personId")).isFalse();
    }

    /** The answer to an order of erasure. */
    private static JsonNode erased(String personId) {
        UUID order = UUID.randomUUID();
        TestEvents.publish(
                UUID.randomUUID(),
                "okno.identity.erasure.v1",
                "okno.erasure.ordered.v1",
                order,
                1,
                Map.of("erasureId", order, "personId", personId, "occurredAt", "2026-11-26T09:32:00Z"));
        await().until(() -> !TestEvents.about(ANSWERS, order).isEmpty());
        return TestEvents.about(ANSWERS, order).getFirst().data();
    }

    private void closedLongAgo(UUID id) {
        jdbc.sql("""
                        update application set status = 'COMPLETED', updated_at = now() - interval '6 years'
                         where id = :id
                        """).param("id", id).update();
    }

    private static boolean isStored(UUID content) {
        return DOCUMENTS
                .resolve(content.toString().substring(34))
                .resolve(content.toString())
                .toFile()
                .exists();
    }

    private static UUID uploaded(Citizen citizen, String path, String kind) {
        UUID id = UUID.fromString(citizen.api()
                .upload(path, Map.of("kind", kind), "a.pdf", PDF)
                .expect(201)
                .text("/id"));
        assertThat(isStored(id)).isTrue();
        return id;
    }

    /** The first piece of a file that never became whole. */
    private UUID aPieceOf(Citizen citizen, UUID draft) throws NoSuchAlgorithmException {
        String uploads = "/applications/" + draft + "/attachments/uploads";
        String upload = citizen.api()
                .post(uploads, Map.of("kind", "passport-scan", "fileName", "a.pdf", "size", 500_000))
                .expect(201)
                .text("/id");
        byte[] piece = new byte[300_000];
        String sha256 = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(piece));
        citizen.api()
                .send(
                        "PATCH",
                        uploads + "/" + upload,
                        Map.of(
                                "Content-Type",
                                "application/partial-upload",
                                "Upload-Offset",
                                "0",
                                "Content-Digest",
                                "sha-256=:" + sha256 + ":"),
                        piece)
                .expect(204);
        UUID id = jdbc.sql("select document_id from upload_piece where upload_id = :id")
                .param("id", UUID.fromString(upload))
                .query(UUID.class)
                .single();
        assertThat(isStored(id)).isTrue();
        return id;
    }

    private void goodUntil(UUID id, int days) {
        assertThat(jdbc.sql("update issued_result set valid_until = current_date + :days where application_id = :id")
                        .param("days", days)
                        .param("id", id)
                        .update())
                .isOne();
    }

    private double removed(String what) {
        return meters.counter("okno.kept.removed", "what", what).count();
    }

    private void lookNow(Citizen citizen) {
        jdbc.sql("update erased_person set look_at = now() where person_id = :id")
                .param("id", citizen.id())
                .update();
        keptTerms.removeDue();
    }

    private UUID keptDocument(Citizen citizen) {
        return UUID.fromString(citizen.api()
                .upload("/documents", Map.of("kind", "passport"), "паспорт.pdf", PDF)
                .expect(201)
                .text("/id"));
    }

    private static String path(Citizen citizen) {
        return "/internal/persons/" + citizen.id() + "/export";
    }

    private Api identity() {
        return api(TestTokens.service("identity-service"));
    }

    private List<JsonNode> lines(Citizen citizen) {
        return identity()
                .get(path(citizen))
                .expect(200)
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private long rowsOf(UUID application) {
        return List.of("application_form", "application_history", "paper", "application_message").stream()
                .mapToLong(table -> jdbc.sql("select count(*) from " + table + " where application_id = :id")
                        .param("id", application)
                        .query(Long.class)
                        .single())
                .sum();
    }

    /** Columns of all tables in which something stands in clear; what the platform sends and remembers for a day left out. */
    private List<String> columnsWith(String trace) {
        return jdbc.sql("""
                        select c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
                         where c.table_schema = 'public' and c.data_type in ('text', 'uuid', 'jsonb', 'json', 'ARRAY', 'bytea')
                           and c.table_name not in ('outbox', 'inbox', 'idempotency_key', 'flyway_schema_history')
                         order by 1
                        """).query(String.class).list().stream()
                .filter(column -> jdbc.sql("select exists (select from %s where position(:trace in \"%s\"::text) > 0)"
                                .formatted((Object[]) column.split("\\.")))
                        .param("trace", trace)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
