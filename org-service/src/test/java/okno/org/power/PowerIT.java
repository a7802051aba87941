package okno.org.power;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import okno.org.OrgIT;
import okno.platform.core.number.Snils;
import okno.platform.rights.KeptTerms;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PowerIT extends OrgIT {

    private static final String PATH = "/api/v1/powers-of-attorney";
    private static final String TOPIC = "okno.org.power.v1";
    private static final AtomicInteger PERSONS = new AtomicInteger();

    private final String principal = UUID.randomUUID().toString();
    private final String principalSnils = newSnils();
    private final TestToken principalToken = TestTokens.person(principal);
    private final String representative = UUID.randomUUID().toString();
    private final String representativeSnils = newSnils();
    private final TestToken representativeToken = TestTokens.person(representative);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KeptTerms keptTerms;

    @BeforeEach
    void others() {
        identityKnows(principal, principalSnils, "1980-01-01");
        identityMatches(representativeSnils, okMatch(representative, true));
        OTHERS.stubFor(get(urlPathEqualTo("/api/v1/services/egrul-extract")).willReturn(okJson("{}")));
        OTHERS.stubFor(get(urlPathEqualTo("/api/v1/services/nothing"))
                .willReturn(aResponse().withStatus(404)));
    }

    @Test
    void principal_signs_the_very_bytes_and_the_representative_gets_a_token_for_them() throws Exception {
        JsonNode written = json(grant(body(Map.of())));
        String id = written.path("id").asString();
        assertThat(written.path("status").asString()).isEqualTo("PENDING_SIGNATURE");
        assertThat(written.path("until").asString())
                .isEqualTo(LocalDate.parse(written.path("from").asString())
                        .plusYears(1)
                        .toString());
        String document = as(principalToken, "GET", id + "/document", null).body();
        assertThat(document)
                .contains(representativeSnils, principalSnils, "\"issuedAt\":\"", "\"id\":\"" + id)
                .doesNotContain(" :", "\n");
        assertThat(written.path("documentSha256").asString()).isEqualTo(sha256(document));
        assertThat(as(representativeToken, "GET", id, null).statusCode())
                .as("before it is signed it is the principal's paper alone")
                .isEqualTo(404);

        HttpResponse<String> signed = sign(id, sha256(document));

        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
        assertThat(signed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(json(signed).path("inForce").asBoolean()).isTrue();
        JsonNode received = awaitReceived(id);
        assertThat(received.path("role").asString()).isEqualTo("RECEIVED");
        assertThat(received.toString()).contains("Петров", "Действует").doesNotContain(principalSnils);

        HttpResponse<String> token = as(representativeToken, "POST", id + "/acting-token", null);
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
        var claims = SignedJWT.parse(json(token).path("token").asString()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(representative);
        assertThat(claims.getStringClaim("principal")).isEqualTo(principal);
        assertThat(claims.getStringClaim("poa_id")).isEqualTo(id);
        assertThat(claims.getStringListClaim("services")).containsExactly("egrul-extract");
        assertThat(claims.getStringListClaim("permissions"))
                .containsExactly("applications.draft", "applications.submit");
        assertThat(claims.getClaim("org_id")).isNull();
        assertThat(as(principalToken, "POST", id + "/acting-token", null).statusCode())
                .isEqualTo(404);
        assertThat(as(representativeToken.ial("standard"), "POST", id + "/acting-token", null)
                        .body())
                .contains("account_not_confirmed");

        await().untilAsserted(() -> assertThat(TestEvents.about(TOPIC, id))
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.power_of_attorney.granted.v1", "okno.power_of_attorney.received.v1"));
        assertThat(TestEvents.about(TOPIC, id).toString()).doesNotContain(representativeSnils, "Петров");
        OTHERS.verify(postRequestedFor(urlPathEqualTo("/internal/persons/matches"))
                .withRequestBody(containing(representativeSnils))
                .withHeader("Okno-Purpose", equalTo("power-of-attorney")));
    }

    @Test
    void nobody_learns_from_it_whether_a_person_has_an_account() {
        String stranger = newSnils();
        identityMatches(stranger, 404);
        String known = granted(body(Map.of()));
        String unknown = granted(body(Map.of("snils", stranger)));
        awaitReceived(known);
        await().untilAsserted(() -> OTHERS.verify(
                postRequestedFor(urlPathEqualTo("/internal/persons/matches")).withRequestBody(containing(stranger))));

        JsonNode one = json(as(principalToken, "GET", known, null));
        JsonNode other = json(as(principalToken, "GET", unknown, null));

        for (String field : List.of("status", "statusTitle", "inForce", "services", "permissions")) {
            assertThat(one.path(field)).as(field).isEqualTo(other.path(field));
        }
        assertThat(one.propertyNames()).isEqualTo(other.propertyNames());
        assertThat(as(principalToken, "GET", known, null).headers().firstValue("ETag"))
                .isEqualTo(as(principalToken, "GET", unknown, null).headers().firstValue("ETag"));

        identityMatches(stranger, okMatch(representative, true));
        awaitReceived(unknown);
    }

    @Test
    void minor_never_becomes_a_representative() {
        identityMatches(representativeSnils, okMatch(representative, false));
        String id = granted(body(Map.of()));
        await().untilAsserted(() -> OTHERS.verify(
                2,
                postRequestedFor(urlPathEqualTo("/internal/persons/matches"))
                        .withRequestBody(containing(representativeSnils))));
        assertThat(as(representativeToken, "GET", id, null).statusCode()).isEqualTo(404);
        assertThat(json(as(principalToken, "GET", id, null)).path("status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void each_side_ends_it_in_its_own_way_and_the_others_are_told() {
        String revoked = granted(body(Map.of()));
        String refused = granted(body(Map.of()));
        awaitReceived(revoked);
        awaitReceived(refused);
        assertThat(as(representativeToken, "POST", revoked + "/revocation", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(principalToken, "POST", refused + "/refusal", null).statusCode())
                .isEqualTo(404);
        assertThat(call(
                                "POST",
                                PATH + "/" + revoked + "/revocation",
                                null,
                                "Authorization",
                                principalToken.bearer(),
                                "If-Match",
                                "\"1\"")
                        .statusCode())
                .isEqualTo(412);

        assertThat(json(as(principalToken, "POST", revoked + "/revocation", null))
                        .path("status")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(json(as(representativeToken, "POST", refused + "/refusal", null))
                        .path("status")
                        .asString())
                .isEqualTo("REFUSED");

        assertThat(as(principalToken, "POST", revoked + "/revocation", null).body())
                .contains("poa_wrong_state", "\"status\":409", "\"currentStatus\":\"REVOKED\"");
        for (String id : List.of(revoked, refused)) {
            assertThat(as(representativeToken, "POST", id + "/acting-token", null)
                            .body())
                    .contains("poa_not_in_force");
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(TestEvents.about(TOPIC, id))
                    .anySatisfy(event -> assertThat(event.data().toString())
                            .contains(id, representative, principal, id.equals(revoked) ? "REVOKED" : "REFUSED")));
        }
    }

    @Test
    void what_is_over_or_was_never_signed_expires_by_itself() {
        String over = granted(body(Map.of()));
        awaitReceived(over);
        String unsigned = json(grant(body(Map.of()))).path("id").asString();
        jdbc.sql("""
                update power_of_attorney
                set settle_at = now(), valid_from = '2020-01-01', valid_until = case when id = :over then '2020-12-31' else valid_until end
                where id in (:over, :unsigned)
                """)
                .param("over", UUID.fromString(over))
                .param("unsigned", UUID.fromString(unsigned))
                .update();

        await().untilAsserted(() -> {
            for (String id : List.of(over, unsigned)) {
                assertThat(json(as(principalToken, "GET", id, null))
                                .path("status")
                                .asString())
                        .isEqualTo("EXPIRED");
            }
        });
        assertThat(as(representativeToken, "POST", over + "/acting-token", null).body())
                .contains("poa_not_in_force");
        await().untilAsserted(() -> assertThat(TestEvents.about(TOPIC, over))
                .extracting(TestEvents.Received::type)
                .endsWith("okno.power_of_attorney.ended.v1"));
        assertThat(TestEvents.about(TOPIC, unsigned)).isEmpty();
    }

    @Test
    void power_for_later_gives_no_token_yet() {
        String id = granted(body(Map.of("from", LocalDate.now().plusDays(5).toString())));
        awaitReceived(id);
        assertThat(as(representativeToken, "POST", id + "/acting-token", null).body())
                .contains("poa_not_in_force");
    }

    @Test
    void only_the_principals_own_confirmed_signature_of_these_bytes_counts_and_only_once() {
        JsonNode written = json(grant(body(Map.of())));
        String id = written.path("id").asString();
        String sha = written.path("documentSha256").asString();
        for (String bad : List.of(
                signature(representative, null, sha, "CONFIRMED"),
                signature(principal, null, sha, "PENDING"),
                signature(principal, UUID.randomUUID().toString(), sha, "CONFIRMED"),
                signature(principal, null, "0".repeat(64), "CONFIRMED"),
                UUID.randomUUID().toString())) {
            HttpResponse<String> refused =
                    as(principalToken, "POST", id + "/signature", "{\"signatureId\":\"%s\"}".formatted(bad));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("poa_signature", "/signatureId");
        }
        String good = "{\"signatureId\":\"%s\"}".formatted(signature(principal, null, sha, "CONFIRMED"));
        HttpResponse<String> stale = as(principalToken.loggedIn(Duration.ofHours(1)), "POST", id + "/signature", good);
        assertThat(stale.statusCode()).isEqualTo(401);
        assertThat(stale.body()).contains("second_factor_required");
        assertThat(as(representativeToken, "POST", id + "/signature", good).statusCode())
                .isEqualTo(404);
        assertThat(as(principalToken, "POST", id + "/signature", good).statusCode())
                .isEqualTo(200);
        assertThat(as(principalToken, "POST", id + "/signature", good).body()).contains("poa_wrong_state");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "snils       | self            | 422 | poa_self",
                "snils       | 112-233-445 96  | 422 | snils_checksum",
                "snils       | 1122            | 422 | snils_format",
                "services    | nothing         | 422 | poa_service_unknown",
                "services    | ../admin        | 400 | /services/0",
                "services    |                 | 400 | /services",
                "permissions | signatures.create | 422 | poa_permission_unknown",
                "permissions |                 | 400 | /permissions",
                "from        | 2020-01-01      | 422 | poa_from_past",
                "until       | 2020-01-01      | 422 | poa_term_over",
                "until       | 2099-01-01      | 422 | poa_term_too_long",
                "until       | yesterday       | 400 | ",
                "lastName    | <script>        | 400 | /representative/lastName",
                "lastName    | long            | 400 | /representative/lastName",
                "substitution | true           | 400 | ",
                "oversize    | x               | 413 | "
            })
    void bad_input_is_refused_and_told(String field, String value, int status, String told) {
        String is = value == null ? "" : value.equals("self") ? principalSnils : value;
        HttpResponse<String> refused =
                grant(body(Map.of(field, value != null && value.equals("long") ? "я".repeat(101) : is)));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(told == null ? "" : told);
    }

    @Test
    void only_confirmed_adults_give_one_and_not_without_end() {
        assertThat(call(
                                "POST",
                                PATH,
                                body(Map.of()),
                                "Authorization",
                                principalToken.ial("standard").bearer())
                        .body())
                .contains("account_not_confirmed");
        identityKnows(principal, principalSnils, LocalDate.now().minusYears(17).toString());
        HttpResponse<String> minor = grant(body(Map.of()));
        assertThat(minor.statusCode()).isEqualTo(403);
        assertThat(minor.body()).contains("poa_principal_minor");

        identityKnows(principal, principalSnils, "1980-01-01");
        for (int i = 0; i < 3; i++) {
            assertThat(grant(body(Map.of())).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> more = grant(body(Map.of()));
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.body()).contains("poa_too_many", "3 ");
    }

    @Test
    void others_find_nothing_and_machines_are_not_let_in() {
        String id = granted(body(Map.of()));
        TestToken stranger = TestTokens.person(UUID.randomUUID());
        for (String path : List.of("", "/document")) {
            assertThat(as(stranger, "GET", id + path, null).body()).contains("poa_not_found");
        }
        for (String path : List.of("/revocation", "/refusal", "/acting-token")) {
            assertThat(as(stranger, "POST", id + path, null).statusCode()).isEqualTo(404);
        }
        assertThat(json(call("GET", PATH, null, "Authorization", stranger.bearer()))
                        .path("items"))
                .isEmpty();
        for (TestToken machine : List.of(TestTokens.client("partner"), TestTokens.service("identity-service"))) {
            assertThat(call("GET", PATH, null, "Authorization", machine.bearer())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(call("GET", PATH, null).statusCode()).isEqualTo(401);
    }

    @Test
    void representative_gives_no_powers_and_no_company_in_the_principals_name() {
        String acting = representativeToken.actingFor(
                principal, UUID.randomUUID(), List.of("egrul-extract"), "applications.draft", "applications.submit");
        for (String[] route : new String[][] {
            {"POST", PATH},
            {"GET", PATH},
            {"POST", PATH + "/" + UUID.randomUUID() + "/acting-token"},
            {"POST", PATH + "/" + UUID.randomUUID() + "/revocation"},
            {"POST", "/api/v1/orgs"},
            {"GET", "/api/v1/orgs"}
        }) {
            HttpResponse<String> refused = call(
                    route[0],
                    route[1],
                    route[0].equals("POST") ? body(Map.of()) : null,
                    "Authorization",
                    representativeToken.bearer(),
                    "Okno-Acting",
                    acting);
            assertThat(refused.statusCode()).as(route[1]).isEqualTo(403);
            assertThat(refused.body()).contains("poa_no_power");
        }
    }

    @Test
    void both_sides_get_their_copy_and_the_database_holds_no_name() {
        String id = granted(body(Map.of()));
        awaitReceived(id);
        for (String person : List.of(principal, representative)) {
            assertThat(call(
                                    "GET",
                                    "/internal/persons/" + person + "/export",
                                    null,
                                    "Authorization",
                                    TestTokens.service("identity-service").bearer())
                            .body())
                    .contains("powersOfAttorney", id, "Сидоров", "Петров");
        }
        byte[] sealed = jdbc.sql("select document from power_of_attorney where id = :id")
                .param("id", UUID.fromString(id))
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, UTF_8)).doesNotContain(representativeSnils, "Сидоров");
    }

    @ParameterizedTest
    @CsvSource({"true, REVOKED", "false, REFUSED"})
    void no_power_outlives_an_account_of_either_side_and_its_paper_stays_three_years(boolean ofPrincipal, String end) {
        String id = granted(body(Map.of()));
        awaitReceived(id);
        String unsigned = json(grant(body(Map.of()))).path("id").asString();
        String person = ofPrincipal ? principal : representative;

        UUID order = UUID.randomUUID();
        TestEvents.publish(
                "okno.identity.erasure.v1",
                "okno.erasure.ordered.v1",
                order,
                1,
                Map.of("erasureId", order, "personId", person, "occurredAt", "2026-11-26T09:32:00Z"));

        await().untilAsserted(() -> assertThat(TestEvents.about(TOPIC, id))
                .anySatisfy(event -> assertThat(event.data().toString()).contains(end)));
        await().until(() -> !TestEvents.about("okno.org.erasure.v1", order).isEmpty());
        assertThat(TestEvents.about("okno.org.erasure.v1", order)
                        .getFirst()
                        .data()
                        .toString())
                .contains(
                        "{\"what\":\"power_of_attorney\",\"count\":1}",
                        "{\"what\":\"unsigned_power_of_attorney\",\"count\":" + (ofPrincipal ? 1 : 0) + "}",
                        "{\"what\":\"past_power_of_attorney\",\"count\":1,\"law\":\"Civil Code art. 183, 196\"");
        assertThat(rows(unsigned)).isEqualTo(ofPrincipal ? 0 : 1);

        endedBefore(id, person, "1090 days");
        assertThat(rows(id)).isEqualTo(1);
        endedBefore(id, person, "1100 days");
        assertThat(rows(id)).isZero();
    }

    private void endedBefore(String id, String person, String time) {
        jdbc.sql("update power_of_attorney set changed_at = now() - interval '" + time + "' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        jdbc.sql("update erased_person set look_at = now() where person_id = :person")
                .param("person", person)
                .update();
        keptTerms.removeDue();
    }

    private long rows(String id) {
        return jdbc.sql("select count(*) from power_of_attorney where id = :id")
                .param("id", UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    private String body(Map<String, String> changed) {
        Map<String, Object> named = new java.util.TreeMap<>(Map.of(
                "lastName", changed.getOrDefault("lastName", "Сидоров"),
                "firstName", "Семён",
                "snils", changed.getOrDefault("snils", representativeSnils)));
        Map<String, Object> body = new java.util.TreeMap<>();
        body.put("representative", named);
        body.put("services", words(changed.getOrDefault("services", "egrul-extract")));
        body.put("permissions", words(changed.getOrDefault("permissions", "applications.submit applications.draft")));
        changed.forEach((field, value) -> {
            switch (field) {
                case "from", "until", "substitution" -> body.put(field, value);
                case "oversize" -> named.put("middleName", value.repeat(3_000_000));
                default -> {}
            }
        });
        return JsonMapper.builder().build().writeValueAsString(body);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private HttpResponse<String> grant(String body) {
        return call("POST", PATH, body, "Authorization", principalToken.bearer());
    }

    /** Written and signed. */
    private String granted(String body) {
        JsonNode written = json(grant(body));
        String id = written.path("id").asString();
        assertThat(sign(id, written.path("documentSha256").asString()).statusCode())
                .isEqualTo(200);
        return id;
    }

    private HttpResponse<String> sign(String id, String sha256) {
        String signature = signature(principal, null, sha256, "CONFIRMED");
        return as(principalToken, "POST", id + "/signature", "{\"signatureId\":\"%s\"}".formatted(signature));
    }

    private HttpResponse<String> as(TestToken who, String method, String path, String body) {
        return call(method, PATH + "/" + path, body, "Authorization", who.bearer());
    }

    private JsonNode awaitReceived(String id) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> as(representativeToken, "GET", id, null).statusCode() == 200);
        return json(call("GET", PATH + "?role=RECEIVED", null, "Authorization", representativeToken.bearer()))
                .path("items")
                .valueStream()
                .filter(power -> power.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String signature(String person, String org, String sha256, String status) {
        String id = UUID.randomUUID().toString();
        OTHERS.stubFor(get(urlPathEqualTo("/internal/signatures/" + id))
                .willReturn(okJson("""
                {"personId":"%s","orgId":%s,"documentSha256":"%s","kind":"SIMPLE","status":"%s"}
                """.formatted(person, org == null ? null : "\"" + org + "\"", sha256, status))));
        return id;
    }

    private static void identityKnows(String person, String snils, String born) {
        OTHERS.stubFor(get(urlPathEqualTo("/internal/persons/" + person))
                .willReturn(okJson("""
                {"id":"%s","lastName":"Петров","firstName":"Пётр","birthDate":"%s","snils":"%s","ial":"confirmed"}
                """.formatted(person, born, snils))));
    }

    private static String okMatch(String person, boolean adult) {
        return "{\"id\":\"%s\",\"adult\":%s}".formatted(person, adult);
    }

    private static void identityMatches(String snils, String answer) {
        OTHERS.stubFor(post(urlPathEqualTo("/internal/persons/matches"))
                .withRequestBody(containing(snils))
                .willReturn(okJson(answer)));
    }

    private static void identityMatches(String snils, int status) {
        OTHERS.stubFor(post(urlPathEqualTo("/internal/persons/matches"))
                .withRequestBody(containing(snils))
                .willReturn(aResponse().withStatus(status)));
    }

    private static String newSnils() {
        return Snils.complete("%09d".formatted(100_000_000 + PERSONS.incrementAndGet()))
                .value();
    }

    private static String sha256(String document) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
    }
}
