package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.local.DpopKey;
import okno.local.Logins;
import okno.local.demo.Answer;
import okno.local.demo.People;
import okno.local.demo.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What must not work, on the real stack: others' things, bad tokens, bad input. A refusal leaves nothing behind. */
class RefusalsIT {

    private static final People PEOPLE = RunningOkno.people();
    private static final Visitor CITIZEN = PEOPLE.person("citizen");
    private static final Visitor OTHER = PEOPLE.person("citizen2");
    private static final Logins LOGINS = RunningOkno.logins();

    private static String draft;

    @BeforeAll
    static void aDraft() {
        draft = "/api/v1/applications/"
                + CITIZEN.post("/api/v1/applications")
                        .json(Map.of("serviceCode", "residence-certificate"))
                        .send()
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
    }

    @Test
    void another_citizen_finds_nothing_of_the_first() {
        for (String path : List.of("", "/readiness", "/document", "/attachments", "/history", "/messages")) {
            assertNotFound(OTHER.get(draft + path).send());
        }
        assertNotFound(OTHER.patch(draft)
                .json(Map.of("form", Map.of("address", "стёрто")))
                .header("If-Match", "\"1\"")
                .send());
        assertNotFound(OTHER.post(draft + "/submission").json(Map.of()).send());
        assertNotFound(OTHER.post(draft + "/withdrawal").send());
        assertNotFound(
                OTHER.post(draft + "/messages").json(Map.of("text", "привет")).send());
        assertNotFound(OTHER.post(draft + "/attachments")
                .file(Map.of("kind", "passport-scan"), "a.pdf", "application/pdf", "%PDF-1.4".getBytes(UTF_8))
                .send());
        assertNotFound(OTHER.delete(draft).send());
        assertThat(CITIZEN.get(draft)
                        .send()
                        .expect(200)
                        .json()
                        .at("/form/address")
                        .asString())
                .doesNotContain("стёрто");
        assertThat(OTHER.get("/api/v1/applications?limit=100")
                        .send()
                        .expect(200)
                        .text())
                .doesNotContain(draft.substring(draft.lastIndexOf('/') + 1));
    }

    @Test
    void an_agency_does_not_see_what_was_not_submitted_to_it() {
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        assertNotFound(PEOPLE.machine("agency-fns")
                .get("/api/v1/agency/applications/" + id)
                .send());
    }

    @Test
    void authorities_are_told_apart() {
        CITIZEN.get("/api/v1/agency/applications").send().expect(403);
        CITIZEN.get("/api/v1/webhooks/endpoints").send().expect(403);
        PEOPLE.machine("agency-fns").get("/api/v1/me").send().expect(403);
        PEOPLE.anybody().get("/api/v1/me").send().expect(401);
    }

    @Test
    void inner_paths_have_no_way_in() {
        CITIZEN.get("/internal/persons/0198c0de-0000-7000-8000-000000000002")
                .header("Okno-Purpose", "curiosity")
                .send()
                .expect(404);
        CITIZEN.get("/actuator/health").send().expect(404);
    }

    @Test
    void a_token_for_somebody_else_is_no_access_token() {
        Logins.Tokens tokens = LOGINS.login("citizen2");
        assertUnauthorized(bearer(tokens.idToken()));
        assertUnauthorized(bearer(tokens.refreshToken()));
        assertThat(bearer(tokens.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void a_token_that_nobody_signed_is_refused() {
        String[] parts = CITIZEN.token().split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
        assertUnauthorized(bearer(none + "." + parts[1] + "."));
        assertUnauthorized(bearer(parts[0] + "." + parts[1] + "." + parts[2].replaceFirst("^....", "AAAA")));
        String admin = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"person\"", "\"admin\"");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(admin.getBytes(UTF_8));
        assertUnauthorized(bearer(parts[0] + "." + forged + "." + parts[2]));
    }

    @Test
    void a_token_for_another_audience_is_refused() throws Exception {
        try (var ours = new OddClient(List.of("basic", "okno"), Map.of());
                var others = new OddClient(List.of("basic"), Map.of())) {
            // Known, and without any authority: the same token but for its audience.
            assertThat(bearer(ours.accessToken()).status()).isEqualTo(403);
            assertUnauthorized(bearer(others.accessToken()));
        }
    }

    @Test
    void a_token_that_has_expired_is_refused_though_it_was_accepted_before() throws Exception {
        try (var hasty = new OddClient(List.of("basic", "okno"), Map.of("access.token.lifespan", "2"))) {
            String token = hasty.accessToken();
            assertThat(bearer(token).status()).isEqualTo(403);
            // Two seconds of life and five that clocks may differ.
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertUnauthorized(bearer(token)));
        }
    }

    @Test
    void a_bound_token_needs_a_fresh_proof_for_this_very_request() {
        DpopKey key = DpopKey.generate();
        String token = LOGINS.login("citizen2", key).accessToken();
        URI me = RunningOkno.portal().gateway().resolve("/api/v1/me");
        URI elsewhere = me.resolve("/api/v1/me/sessions");
        assertUnauthorized(bearer(token));
        assertUnauthorized(bound(token, DpopKey.generate().proof("GET", me, token)));
        assertUnauthorized(bound(token, key.proof("GET", elsewhere, token)));
        assertUnauthorized(bound(token, key.proof("POST", me, token)));
        String proof = key.proof("GET", me, token);
        assertThat(bound(token, proof).status()).isEqualTo(200);
        assertUnauthorized(bound(token, proof));
    }

    @Test
    void a_wrong_number_is_named_by_its_pointer() {
        Answer refused = PEOPLE.person("head")
                .post("/api/v1/orgs")
                .json(Map.of("inn", "7701000018", "kpp", "770101001", "ogrn", People.COMPANY.get("ogrn")))
                .send()
                .expect(422);
        assertThat(refused.json().path("errors").toString()).contains("\"/inn\"", "inn_checksum");
    }

    @Test
    void an_unknown_field_is_refused_and_nothing_is_stored() {
        long before = drafts();
        Answer refused = CITIZEN.post("/api/v1/applications")
                .json(Map.of("serviceCode", "residence-certificate", "status", "APPROVED"))
                .send()
                .expect(400);
        assertThat(refused.json().path("errors").toString()).contains("\"/status\"");
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void broken_bodies_are_refused_and_nothing_is_stored() {
        long before = drafts();
        for (String broken : List.of(
                "<request><serviceCode>residence-certificate</request>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><serviceCode>&x;</serviceCode></r>",
                "")) {
            CITIZEN.post("/api/v1/applications")
                    .text("application/xml", broken)
                    .send()
                    .expect(400);
        }
        CITIZEN.post("/api/v1/applications")
                .text("application/json", "{\"serviceCode\":")
                .send()
                .expect(400);
        CITIZEN.post("/api/v1/applications")
                .text("text/csv", "serviceCode")
                .send()
                .expect(415);
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void xml_works_as_json_does() {
        Answer begun = OTHER.post("/api/v1/applications")
                .text("application/xml", "<r><serviceCode>residence-certificate</serviceCode></r>")
                .header("Accept", "application/xml")
                .send()
                .expect(201);
        assertThat(begun.header("Content-Type")).startsWith("application/xml");
        assertThat(begun.text()).contains("<status>DRAFT</status>", "<lastName>Петров</lastName>");
        OTHER.delete(URI.create(begun.header("Location")).getPath()).send().expect(204);
    }

    @Test
    void files_that_are_too_big_or_not_what_they_say_are_refused() {
        String path = ipDraft();
        byte[] big = new byte[6 * 1024 * 1024];
        System.arraycopy("%PDF-1.4\n".getBytes(UTF_8), 0, big, 0, 9);
        OTHER.post(path + "/attachments")
                .file(Map.of("kind", "passport-scan"), "big.pdf", "application/pdf", big)
                .send()
                .expect(413);
        OTHER.post(path + "/attachments")
                .file(Map.of("kind", "passport-scan"), "run.pdf", "application/pdf", "MZ\u0090 program".getBytes(UTF_8))
                .send()
                .expect(415, 422);
        JsonNode files = OTHER.get(path + "/attachments").send().expect(200).json();
        assertThat(files.path("items").size()).isZero();
        OTHER.delete(path).send().expect(204);
    }

    @Test
    void the_same_key_makes_one_thing() {
        String key = UUID.randomUUID().toString();
        String first = begin(key).expect(201).json().path("id").asString();
        assertThat(begin(key).json().path("id").asString()).isEqualTo(first);
        OTHER.delete("/api/v1/applications/" + first).send().expect(204);
    }

    private static Answer begin(String key) {
        return OTHER.post("/api/v1/applications")
                .json(Map.of("serviceCode", "residence-certificate"))
                .header("Idempotency-Key", key)
                .send();
    }

    private static String ipDraft() {
        return "/api/v1/applications/"
                + OTHER.post("/api/v1/applications")
                        .json(Map.of("serviceCode", "ip-registration"))
                        .send()
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
    }

    private static long drafts() {
        return CITIZEN.get("/api/v1/applications?limit=100&status=DRAFT")
                .send()
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private static Answer bearer(String token) {
        return PEOPLE.anybody()
                .get("/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .send();
    }

    private static Answer bound(String token, String proof) {
        return PEOPLE.anybody()
                .get("/api/v1/me")
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .send();
    }

    private static void assertUnauthorized(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isNotEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).as(answer.request() + answer.text()).isEqualTo(404);
    }
}
