package okno.application.representative;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestEvents;
import okno.platform.test.TestStack;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Somebody acts for a citizen under a power of attorney for residence certificates. */
class RepresentativeIT extends ApplicationServiceCase {

    private static final String POWERS = "okno.org.power.v1";
    private static final String SERVICE = "residence-certificate";
    private static final String[] ALL = {
        "applications.draft",
        "applications.submit",
        "applications.view",
        "profile.prefill",
        "results.receive",
        "applications.correspond"
    };

    private final String principal = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString();
    private final TestToken token = TestTokens.person(person);
    private final UUID power = UUID.randomUUID();

    @Test
    void whole_way_of_an_application_made_for_the_principal() {
        Api representative = acting(ALL);
        Api.Answer begun = representative.post("/applications", Map.of("serviceCode", SERVICE));
        begun.expect(201);
        UUID id = UUID.fromString(begun.text("/id"));
        assertThat(begun.text("/form/lastName")).isEqualTo("Иванова");
        OTHERS.verify(getRequestedFor(urlPathEqualTo("/internal/persons/" + principal)));
        OTHERS.verify(0, getRequestedFor(urlPathEqualTo("/internal/persons/" + person)));
        representative
                .patch(id, 1, Map.of("period", Map.of("from", "2020-01-01")))
                .expect(200);
        representative
                .upload(path(id, "/attachments"), Map.of("kind", "supporting-document"), "a.pdf", PDF)
                .expect(201);
        assertThat(representative.get(path(id, "/readiness")).expect(200).body())
                .contains("\"ready\":true");

        Api.Answer submitted =
                representative.post(path(id, "/submission"), Map.of()).expect(201);

        assertThat(submitted.json().path("allowedActions").toString()).isEqualTo("[\"MESSAGE\"]");
        mvd().post("/agency/applications/" + id + "/status", Map.of("status", "RECEIVED"))
                .expect(200);
        mvd().post("/agency/applications/" + id + "/status", Map.of("status", "IN_REVIEW"))
                .expect(200);
        mvd().post("/agency/applications/" + id + "/decision", Map.of("decision", "APPROVED"))
                .expect(200);
        String result = mvd().upload("/agency/applications/" + id + "/results", Map.of(), "b.pdf", PDF)
                .expect(201)
                .text("/id");
        assertThat(representative
                        .get(path(id, "/results/" + result + "/content"))
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(PDF);

        Api owner = api(TestTokens.person(principal));
        assertThat(owner.get(path(id, "")).expect(200).text("/status")).isEqualTo("COMPLETED");
        List<JsonNode> steps = owner.get(path(id, "/history"))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertThat(steps.subList(0, 2)).allSatisfy(step -> {
            assertThat(step.at("/representative/personId").asString()).isEqualTo(person);
            assertThat(step.at("/representative/powerOfAttorneyId").asString()).isEqualTo(power.toString());
        });
        assertThat(steps.subList(2, steps.size()))
                .allSatisfy(step -> assertThat(step.has("representative")).isFalse());
        api(token).get(path(id, "")).expect(404);
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .filteredOn(event -> event.data().path("objectId").asString().equals(id.toString())
                        && event.data().path("actorId").asString().equals(person))
                .extracting(event -> event.data().path("action").asString()
                        + " " + event.data().path("personId").asString()
                        + " " + event.data().path("basis").asString())
                .contains(
                        "application.begun " + principal + " 210-FZ; power of attorney " + power,
                        "application.submitted " + principal + " 210-FZ; power of attorney " + power));
    }

    @Test
    void services_beyond_the_power_of_attorney_are_closed_and_their_applications_not_there() {
        Api owner = api(TestTokens.person(principal));
        UUID own = draft(owner, "ip-registration");
        UUID within = draft(owner, SERVICE);
        Api representative = acting(ALL);

        Api.Answer refused = representative.post("/applications", Map.of("serviceCode", "ip-registration"));

        assertThat(refused.expect(403).text("/code")).isEqualTo("poa_no_power");
        representative.get(path(own, "")).expect(404);
        representative.get(path(own, "/history")).expect(404);
        representative.patch(own, 1, Map.of("okvedMain", "62.01")).expect(404);
        representative.post(path(own, "/submission"), Map.of()).expect(404);
        representative.get(path(within, "")).expect(200);
        assertThat(representative.get("/applications").expect(200).json().path("items"))
                .hasSize(1);
        representative.get(path(draft(aCitizen().api(), SERVICE), "")).expect(404);
    }

    @Test
    void without_leave_to_prefill_nothing_of_the_principal_is_shown() {
        aSubmittedCertificate(api(TestTokens.person(principal)));
        OTHERS.resetRequests();

        Api.Answer begun = acting("applications.draft").post("/applications", Map.of("serviceCode", SERVICE));

        assertThat(begun.expect(201).json().path("form")).isEmpty();
        assertThat(begun.body()).doesNotContain("Иванова");
        OTHERS.verify(0, getRequestedFor(urlPathEqualTo("/internal/persons/" + principal)));
    }

    /** Each permission alone: {@code +} lets in, {@code -} is refused with poa_no_power. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /applications,          +, -, -, -, -, -",
        "PATCH, /applications/id,      +, -, -, -, -, -",
        "GET, /applications/id,        +, +, +, -, -, +",
        "GET, /applications,           +, +, +, -, -, +",
        "GET, /applications/id/history, -, -, +, -, -, -",
        "POST, /applications/id/submission, -, +, -, -, -, -",
        "GET, /applications/id/results/id/content, -, -, -, -, +, -",
        "POST, /applications/id/attachments?kind=x, +, -, -, -, -, -",
        "POST, /applications/id/attachments/uploads, +, -, -, -, -, -",
        "GET, /applications/id/attachments/uploads/id, +, -, -, -, -, -",
        "PATCH, /applications/id/attachments/uploads/id, +, -, -, -, -, -",
        "DELETE, /applications/id/attachments/uploads/id, +, -, -, -, -, -",
        "POST, /applications/id/attachments/from-documents, -, -, -, -, -, -",
        "GET, /applications/id/messages, -, -, +, -, -, +",
        "POST, /applications/id/messages, -, -, -, -, -, +",
        "POST, /applications/id/comments, -, -, -, -, -, +",
        "DELETE, /applications/id,     +, -, -, -, -, -",
        "POST, /applications/id/withdrawal, -, -, -, -, -, -",
        "POST, /applications/id/appeals, -, -, -, -, -, -",
        "POST, /applications/id/copies, -, -, -, -, -, -",
        "GET, /documents,              -, -, -, -, -, -",
        "GET, /results,                -, -, -, -, -, -",
        "POST, /applications/id/results/id/mailings, -, -, -, -, -, -"
    })
    void each_permission_opens_what_it_names(
            String method,
            String route,
            String draft,
            String submit,
            String view,
            String prefill,
            String result,
            String correspond) {
        UUID id = draft(api(TestTokens.person(principal)), SERVICE);
        List<String> promised = List.of(draft, submit, view, prefill, result, correspond);
        for (int i = 0; i < ALL.length; i++) {
            Api.Answer answer = acting(ALL[i])
                    .send(
                            method,
                            route.replace("id", id.toString()),
                            contentType(method, route),
                            route.equals("/applications") ? "{\"serviceCode\":\"%s\"}".formatted(SERVICE) : "{}");
            if (promised.get(i).equals("+")) {
                assertThat(answer.response().statusCode())
                        .as(ALL[i] + answer.body())
                        .isNotEqualTo(403);
            } else {
                assertThat(answer.expect(403).text("/code")).as(ALL[i]).isEqualTo("poa_no_power");
            }
        }
    }

    private static String contentType(String method, String route) {
        if (route.contains("?kind=")) {
            return "application/pdf";
        }
        if (method.equals("PATCH")) {
            return route.contains("/uploads") ? "application/partial-upload" : "application/merge-patch+json";
        }
        return "application/json";
    }

    @Test
    void a_file_in_pieces_is_attached_for_the_principal_and_a_draft_discarded() {
        Api owner = api(TestTokens.person(principal));
        UUID id = draft(owner, SERVICE);
        Api representative = acting("applications.draft");
        String uploads = path(id, "/attachments/uploads");
        Map<String, Object> wish = Map.of("kind", "supporting-document", "fileName", "a.pdf", "size", PDF.length);
        String upload = representative.post(uploads, wish).expect(201).text("/id");

        String paper = representative
                .send("PATCH", uploads + "/" + upload, aPiece(), PDF)
                .expect(201)
                .text("/id");
        representative
                .delete(uploads + "/" + representative.post(uploads, wish).text("/id"))
                .expect(204);

        assertThat(owner.get(path(id, "/attachments/" + paper + "/content"))
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(PDF);
        assertThat(representative
                        .get(path(id, ""))
                        .json()
                        .path("allowedActions")
                        .toString())
                .contains("ATTACH", "DISCARD")
                .doesNotContain("SUBMIT");
        representative.delete(path(id, "")).expect(204);
        owner.get(path(id, "")).expect(404);
        // Beyond the power, nothing is thrown away.
        UUID other = draft(owner, "ip-registration");
        representative.delete(path(other, "")).expect(404);
        owner.get(path(other, "")).expect(200);
        await().untilAsserted(() -> assertThat(entered())
                .contains(
                        "upload.begun " + principal + " 210-FZ; power of attorney " + power,
                        "attachment.added " + principal + " 210-FZ; power of attorney " + power,
                        "application.discarded " + principal + " 210-FZ; power of attorney " + power));
    }

    @Test
    void a_representative_writes_to_the_agency_and_answers_what_it_asks() {
        Api owner = api(TestTokens.person(principal));
        UUID id = aSubmittedCertificate(owner);
        Api representative = acting("applications.correspond");
        inReview(mvd(), id);
        mvd().post("/agency/applications/" + id + "/information-requests", Map.of("text", "Адрес?"))
                .expect(200);
        assertThat(representative
                        .get(path(id, ""))
                        .json()
                        .path("allowedActions")
                        .toString())
                .isEqualTo("[\"ANSWER\",\"MESSAGE\"]");

        representative
                .post(path(id, "/messages"), Map.of("text", "Тверская, 1"))
                .expect(201);
        representative.post(path(id, "/comments"), Map.of("text", "Спасибо")).expect(201);
        representative
                .upload(path(id, "/documents"), Map.of("kind", "additional"), "b.pdf", PDF)
                .expect(201);

        assertThat(status(owner, id)).isEqualTo("IN_REVIEW");
        assertThat(representative.get(path(id, "/messages")).body()).contains("Тверская, 1", "Спасибо");
        JsonNode answer = owner.get(path(id, "/history")).json().at("/items/5");
        assertThat(answer.path("status").asString()).isEqualTo("IN_REVIEW");
        assertThat(answer.at("/representative/personId").asString()).isEqualTo(person);
        UUID beyond = aSubmittedCertificate(aCitizen().api());
        representative.post(path(beyond, "/messages"), Map.of("text", "?")).expect(404);
        await().untilAsserted(() -> assertThat(entered())
                .contains(
                        "message.sent " + principal + " 210-FZ; power of attorney " + power,
                        "document.sent " + principal + " 210-FZ; power of attorney " + power));
    }

    /** The only piece of a small file. */
    private static Map<String, String> aPiece() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(PDF);
            return Map.of(
                    "Content-Type",
                    "application/partial-upload",
                    "Upload-Offset",
                    "0",
                    "Content-Digest",
                    "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the journal says that the representative did: action, person concerned, basis. */
    private List<String> entered() {
        return TestEvents.all("okno.platform.audit.v1").stream()
                .filter(event -> event.data().path("actorId").asString().equals(person))
                .map(event -> event.data().path("action").asString()
                        + " " + event.data().path("personId").asString()
                        + " " + event.data().path("basis").asString())
                .toList();
    }

    @Test
    void power_that_ended_opens_nothing_after_five_seconds_at_most() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStack.kafka()))) {
            // Org-service makes it at its start; here there is none.
            admin.createTopics(List.of(new NewTopic(POWERS, 1, (short) 1)))
                    .all()
                    .get();
        }
        UUID earlier = UUID.randomUUID();
        ends(earlier);
        await().atMost(Duration.ofSeconds(20)).until(() -> isVoid(acting(earlier, ALL)));
        Api representative = acting(ALL);
        representative.get("/applications").expect(200);

        ends(power);

        await().atMost(Duration.ofSeconds(5)).until(() -> isVoid(representative));
    }

    private void ends(UUID which) {
        TestEvents.publish(
                POWERS,
                "okno.power_of_attorney.ended.v1",
                which,
                3,
                Map.of("powerOfAttorneyId", which, "principalId", principal, "status", "REVOKED"));
    }

    private static boolean isVoid(Api representative) {
        Api.Answer answer = representative.get("/applications");
        return answer.response().statusCode() == 403 && answer.text("/code").equals("acting_token_invalid");
    }

    private Api acting(String... permissions) {
        return acting(power, permissions);
    }

    private Api acting(UUID by, String... permissions) {
        return new Api(port, token.bearer(), token.actingFor(principal, by, List.of(SERVICE), permissions));
    }

    private static String path(UUID id, String rest) {
        return "/applications/" + id + rest;
    }
}
