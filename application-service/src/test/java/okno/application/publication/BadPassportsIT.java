package okno.application.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a passport may not be: refused with a pointer within two seconds, and nothing is stored. */
class BadPassportsIT extends ApplicationServiceCase {

    private final String code = "bad-" + UUID.randomUUID().toString().substring(0, 13);
    private long stored;
    private Instant began;

    @BeforeEach
    void count() {
        stored = rows();
        began = Instant.now();
    }

    @AfterEach
    void nothing_is_published_and_nobody_waited() {
        assertThat(rows()).isEqualTo(stored);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    static Stream<Arguments> refusedAtOnce() {
        return Stream.of(
                bad("unknown field", "/colour", p -> p.put("colour", "red")),
                bad("no title", "/title", p -> p.remove("title")),
                bad("code with a slash", "/code", p -> p.put("code", "a/../b")),
                bad("negative version", "/version", p -> p.put("version", -1)),
                bad(
                        "reference to outside",
                        "/form/properties/evil/$ref",
                        p -> field(p, Map.of("$ref", "http://169.254.169.254/x"))),
                bad(
                        "reference to a file",
                        "/form/properties/evil/$ref",
                        p -> field(p, Map.of("$ref", "file:///etc/passwd"))),
                bad(
                        "unknown fragment",
                        "/form/properties/evil/$ref",
                        p -> field(p, Map.of("$ref", "urn:okno:form:v1#/$defs/nothing"))),
                bad("reference to itself", "/form/properties/evil/$ref", p -> field(p, Map.of("$ref", "#"))),
                bad(
                        "schema keyword that is not for forms",
                        "/form/properties/evil/patternProperties",
                        p -> field(p, Map.of("patternProperties", Map.of("(a+)+$", Map.of())))),
                bad("long condition", "/rules/0/holds", p -> rule(p, "true && ".repeat(500) + "true")),
                bad("huge text", "/title/ru", p -> p.put("title", Map.of("ru", "я".repeat(5000), "en", "x"))),
                bad(
                        "prefill from nowhere",
                        "/prefill/0/source",
                        p -> p.put("prefill", List.of(Map.of("pointer", "/hives", "source", "http.example")))),
                bad("notice of a draft", "/notifications/0/status", p -> notice(p, "status", "DRAFT")),
                bad("notice by pigeon", "/notifications/0/channels/0", p -> notice(p, "channels", List.of("PIGEON"))),
                bad("long SMS", "/notifications/0/text/ru", p -> {
                    notice(p, "channels", List.of("SMS"));
                    notice(p, "text", PassportBuilder.text("я".repeat(71), "x"));
                }),
                bad(
                        "officer decides an extract",
                        "/processing/decidedBy",
                        p -> p.put(
                                "processing",
                                Map.of(
                                        "decidedBy",
                                        "OFFICER",
                                        "resultBy",
                                        "REGISTER_EXTRACT",
                                        "extract",
                                        Map.of(
                                                "register",
                                                "EGRUL",
                                                "keyPointer",
                                                "/hives",
                                                "kind",
                                                "SHORT",
                                                "format",
                                                "PDF")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedAtOnce")
    void the_format_refuses_it_with_a_pointer(String what, String pointer, Consumer<Map<String, Object>> change) {
        Map<String, Object> passport = PassportBuilder.bees(code, 1);
        change.accept(passport);

        Api.Answer refused = admin().post("/services", passport).expect(422);

        assertThat(pointers(refused, "errors")).contains(pointer);
        admin().get("/services/" + code + "/versions/1").expect(404);
    }

    static Stream<Arguments> refusedByReview() {
        return Stream.of(
                bad("back-reference", "/form/properties/evil/pattern", p -> field(p, labelled("pattern", "^(a)\\1$"))),
                bad("look-ahead", "/form/properties/evil/pattern", p -> field(p, labelled("pattern", "^(?=a)b$"))),
                bad(
                        "repeat bomb",
                        "/form/properties/evil/pattern",
                        p -> field(p, labelled("pattern", "(((a{999}){999}){999})"))),
                bad("field without label", "/form/properties/evil", p -> field(p, Map.of("type", "string"))),
                bad("document twice", "/documents/1/kind", p -> twice(p, "documents")),
                bad("rule twice", "/rules/1/code", p -> twice(p, "rules")),
                bad("two notices at once", "/notifications/1/channels", p -> twice(p, "notifications")),
                bad("condition is no condition", "/rules/0/holds", p -> rule(p, "form.hives + 1")),
                bad(
                        "condition names what is not there",
                        "/rules/0/holds",
                        p -> rule(p, "java.lang.System.exit(0) == 1")),
                bad("condition does not parse", "/rules/0/holds", p -> rule(p, "form.(")),
                bad("deep condition", "/rules/0/holds", p -> rule(p, "(".repeat(200) + "true" + ")".repeat(200))),
                bad("condition with map", "/rules/0/holds", p -> rule(p, "[1,2].map(x, x) == [1,2]")),
                bad("condition of many steps", "/rules/0", p -> rule(p, nested())),
                bad("result of an unknown field", "/results/0/content/text/ru", p -> says(p, "{{form.wings}}")),
                bad("result of an optional field", "/results/0/content/text/ru", p -> {
                    field(p, labelled("maxLength", 9));
                    says(p, "{{form.evil}}");
                }),
                bad("result that does not parse", "/results/0/content/text/ru", p -> says(p, "{{#form.hives}}")),
                bad("result that reads a program", "/results/0/content/text/ru", p -> says(p, "{{form.class.name}}")),
                bad("result that reads a file", "/results/0/content/text/ru", p -> says(p, "{{> /etc/passwd}}")),
                bad("result that makes itself by an officer", "/results/0/automatic", p -> result(p)
                        .put("automatic", true)),
                bad(
                        "account check of no account",
                        "/form/properties/evil/x-check",
                        p -> field(p, labelled("x-check", "bankAccount"))),
                bad("rule that nothing satisfies", "/rules/0", p -> rule(p, "form.metres < 0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedByReview")
    void the_review_refuses_it_with_a_pointer(String what, String pointer, Consumer<Map<String, Object>> change) {
        Map<String, Object> passport = PassportBuilder.bees(code, 1);
        change.accept(passport);
        admin().post("/services", passport).expect(201);

        Api.Answer refused = admin().post("/services/" + code + "/versions/1/publication", Map.of())
                .expect(422);

        assertThat(pointers(refused, "errors")).contains(pointer);
        assertThat(refused.text("/errors/0/message")).isNotBlank();
    }

    @Test
    void what_is_no_decent_json_is_refused_before_anybody_looks_at_it() {
        for (String body : List.of(
                "{\"code\":\"a\",\"code\":\"b\"}",
                "{\"form\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + "}",
                "[".repeat(100_000),
                "{\"code\":\"x\"} {}",
                "[]",
                "{",
                "")) {
            admin().send("POST", "/services", "application/json", body).expect(400);
        }
        admin().send("POST", "/services", "application/json", "{\"a\":\"" + "x".repeat(2_000_000) + "\"}")
                .expect(413);
        admin().send("POST", "/services", "application/xml", "<passport/>").expect(415);
    }

    @Test
    void a_pattern_that_would_hang_others_is_answered_at_once() {
        Map<String, Object> passport = PassportBuilder.bees(code, 1);
        field(passport, labelled("pattern", "^(a+)+$"));
        admin().post("/services", passport).expect(201);
        admin().post("/services/" + code + "/versions/1/publication", Map.of()).expect(201);
        stored++;
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, code);
        citizen.patch(id, 1, Map.of("evil", "a".repeat(50_000) + "!")).expect(200);

        assertThat(pointers(citizen.get("/applications/" + id + "/readiness").expect(200), "errors"))
                .contains("/form/evil");
    }

    /** Within the size allowed, and a billion steps if they were taken. */
    private static String nested() {
        String list = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]";
        return list + ".all(a, " + list + ".all(b, " + list + ".all(c, a + b + c > 0)))";
    }

    private static Arguments bad(String what, String pointer, Consumer<Map<String, Object>> change) {
        return Arguments.of(what, pointer, change);
    }

    private static Map<String, Object> labelled(String keyword, Object value) {
        return Map.of("type", "string", keyword, value, "x-label", PassportBuilder.text("Поле", "Field"));
    }

    @SuppressWarnings("unchecked")
    private static void field(Map<String, Object> passport, Map<String, Object> schema) {
        Map<String, Object> form = (Map<String, Object>) passport.get("form");
        ((Map<String, Object>) form.get("properties")).put("evil", schema);
    }

    @SuppressWarnings("unchecked")
    private static void notice(Map<String, Object> passport, String name, Object value) {
        ((Map<String, Object>) ((List<Object>) passport.get("notifications")).getFirst()).put(name, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> result(Map<String, Object> passport) {
        return (Map<String, Object>) ((List<Object>) passport.get("results")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static void says(Map<String, Object> passport, String text) {
        ((Map<String, Object>) result(passport).get("content")).put("text", Map.of("ru", text));
    }

    @SuppressWarnings("unchecked")
    private static void rule(Map<String, Object> passport, String holds) {
        List<Object> rules = (List<Object>) passport.get("rules");
        Map<String, Object> changed = new LinkedHashMap<>((Map<String, Object>) rules.getFirst());
        changed.put("holds", holds);
        rules.set(0, changed);
    }

    @SuppressWarnings("unchecked")
    private static void twice(Map<String, Object> passport, String list) {
        List<Object> once = (List<Object>) passport.get(list);
        passport.put(list, new ArrayList<>(List.of(once.getFirst(), once.getFirst())));
    }

    private Api admin() {
        return api(TestTokens.admin());
    }

    private long rows() {
        return jdbc.sql("select count(*) from service_passport")
                .query(Long.class)
                .single();
    }

    private static List<String> pointers(Api.Answer answer, String list) {
        return answer.json()
                .path(list)
                .valueStream()
                .map(fault -> fault.path("pointer").asString())
                .toList();
    }
}
