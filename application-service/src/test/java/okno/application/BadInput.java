package okno.application;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okno.application.ApplicationServiceCase.Citizen;

/** What is sent to the service by mistake or on purpose, and what is right to answer: the table of {@link BadInputIT}. */
final class BadInput {

    /** Stands in what is sent; no answer repeats it. */
    static final String CANARY = "canary7f3a";

    private static final String JSON = "application/json";
    private static final String XML = "application/xml";

    private BadInput() {}

    record World(Citizen citizen, UUID draft, UUID submitted, UUID foreign) {

        Api api() {
            return citizen.api();
        }

        String draftPath() {
            return "/applications/" + draft;
        }

        String submittedPath() {
            return "/applications/" + submitted;
        }
    }

    /** What is sent, and the statuses that are right. */
    record Row(String name, Function<World, Api.Answer> call, List<Integer> right) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> json() {
        return Stream.of(
                form("depth 33", "[".repeat(33) + "]".repeat(33), 400),
                form("depth 500", "[".repeat(500) + "]".repeat(500), 400),
                form("depth 100,000", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), 400, 413),
                form(
                        "a million keys",
                        IntStream.range(0, 1_000_000)
                                .mapToObj(i -> "\"" + i + "\":1")
                                .collect(Collectors.joining(",", "{", "}")),
                        400,
                        413),
                form("the same key twice", "{\"email\":\"a\",\"email\":\"%s\"}".formatted(CANARY), 400),
                form("1e400", "{\"email\":1e400}", 400),
                form("not a number", "{\"email\":NaN}", 400),
                form("a number of 10,000 digits", "{\"email\":" + "9".repeat(10_000) + "}", 400),
                form("half a surrogate pair", "{\"email\":\"\\uD83E%s\"}".formatted(CANARY), 400),
                form("NUL", "{\"email\":\"%s\\u0000\"}".formatted(CANARY), 400),
                form("NUL in a name", "{\"%s\\u0000\":1}".formatted(CANARY), 400),
                form("a text of 65 KiB", "{\"email\":\"" + "a".repeat(65 << 10) + "\"}", 400, 413),
                form("a list for the form", "[\"%s\"]".formatted(CANARY), 400),
                form("a text for the form", "\"%s\"".formatted(CANARY), 400),
                patch("trailing tokens", "{\"form\":{}} " + CANARY, 400),
                patch("cut off", "{\"form\":{\"email\":\"" + CANARY, 400),
                patch("empty", "", 400),
                patch("a list", "[]", 400),
                patch("a field that nobody knows", "{\"form\":{},\"status\":\"%s\"}".formatted(CANARY), 400),
                patch("the prototype", "{\"__proto__\":{\"form\":{}}}", 400),
                patch("a class", "{\"@class\":\"javax.script.%s\",\"form\":{}}".formatted(CANARY), 400),
                patch("a byte order mark", "\uFEFF{\"form\":{}}", 400),
                row(
                        "UTF-16",
                        w -> w.api().send("PATCH", w.draftPath(), merge(), "{\"form\":{}}".getBytes(UTF_16)),
                        400),
                row(
                        "UTF-32",
                        w -> w.api()
                                .send(
                                        "PATCH",
                                        w.draftPath(),
                                        merge(),
                                        "{\"form\":{}}".getBytes(Charset.forName("UTF-32"))),
                        400),
                message("a number for a text", "{\"text\":1}", 400),
                message("an object for a text", "{\"text\":{\"a\":\"%s\"}}".formatted(CANARY), 400),
                message("null for a text", "{\"text\":null}", 400),
                message("spaces for a text", "{\"text\":\"   \"}", 400),
                message("a text that is too long", "{\"text\":\"" + "a".repeat(4001) + "\"}", 400),
                row(
                        "another type of content",
                        w -> w.api().send("POST", w.submittedPath() + "/messages", "text/plain", CANARY),
                        415));
    }

    static Stream<Row> xml() {
        return Stream.of(
                xml("a type", "<!DOCTYPE m><m><text>%s</text></m>".formatted(CANARY)),
                xml(
                        "a file from outside",
                        "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><m><text>&x;</text></m>"),
                xml("the network", "<!DOCTYPE m [<!ENTITY x SYSTEM \"%s\">]><m><text>&x;</text></m>".formatted(bait())),
                xml("a type from the network", "<!DOCTYPE m SYSTEM \"%s\"><m><text>a</text></m>".formatted(bait())),
                xml(
                        "a parameter entity",
                        "<!DOCTYPE m [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><m><text>a</text></m>".formatted(bait())),
                xml("a billion laughs", """
                        <!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;"
                        >]><m><text>&c;&c;&c;</text></m>"""),
                xml(
                        "a quadratic blow-up",
                        "<!DOCTYPE m [<!ENTITY a \"" + "a".repeat(30_000) + "\">]><m><text>" + "&a;".repeat(3_000)
                                + "</text></m>"),
                xml(
                        "XInclude",
                        "<m xmlns:xi=\"http://www.w3.org/2001/XInclude\"><text><xi:include href=\"%s\"/></text></m>"
                                .formatted(bait())),
                xml(
                        "a stylesheet",
                        "<?xml-stylesheet type=\"text/xsl\" href=\"%s\"?><m><texts>a</texts></m>".formatted(bait())),
                xml("a schema from the network", """
                        <m xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="%s"
                        ><texts>a</texts></m>""".formatted(bait())),
                xml("depth 100,000", "<m>".repeat(100_000)),
                xml(
                        "100,000 attributes",
                        IntStream.range(0, 100_000)
                                .mapToObj(i -> " a" + i + "=''")
                                .collect(Collectors.joining("", "<m", "><text>a</text></m>"))),
                xml("a prefix that is bound to nothing", "<x:m><text>a</text></x:m>"),
                xml("cut off", "<m><text>" + CANARY),
                row(
                        "UTF-7",
                        w -> w.api()
                                .send(
                                        "POST",
                                        w.submittedPath() + "/messages",
                                        Map.of("Content-Type", XML),
                                        "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-m+AD4-+ADw-text+AD4-a"
                                                .getBytes(UTF_8)),
                        400));
    }

    static Stream<Row> identifiers() {
        return Stream.of(
                found("another's", w -> w.foreign().toString(), 404),
                found("the next id", w -> neighbour(w.submitted(), 1), 404),
                found("the id before", w -> neighbour(w.submitted(), -1), 404),
                found("nobody's", w -> new UUID(0, 0).toString(), 404),
                found("negative", w -> "-1", 400),
                found("2^63", w -> "9223372036854775808", 400),
                found("zeros in front", w -> "000" + w.submitted(), 400, 404),
                found("fullwidth digits", w -> fullwidth(w.submitted()), 400),
                found("a Cyrillic letter for a Latin one", w -> cyrillic(w.submitted()), 400, 404),
                found("a joiner of no width", w -> w.submitted() + "\u200D", 400),
                found("a space", w -> w.submitted() + " x", 400),
                row("path: a way up", w -> w.api().get("/applications/..%2f" + w.submitted()), 400, 404),
                row("path: NUL", w -> w.api().get("/applications/%00"), 400),
                snils(
                        "wrong check digits",
                        ApplicationServiceCase.SNILS.substring(0, 9)
                                + (ApplicationServiceCase.SNILS.endsWith("00") ? "01" : "00")),
                snils("nothing but zeros", "00000000000"),
                snils("fullwidth digits", fullwidth(ApplicationServiceCase.SNILS)),
                snils("letters", "1OO00000184"),
                snils("a joiner of no width", ApplicationServiceCase.SNILS + "\u200D"),
                inn("wrong check digits", "770100000100"),
                inn("a company's, with wrong check digits", "7701000011"),
                inn("fullwidth digits", fullwidth(ApplicationServiceCase.INN)),
                inn("nothing but zeros", "000000000000"));
    }

    static Stream<Row> business() {
        return Stream.of(
                row(
                        "a price in the body",
                        w -> w.api()
                                .send(
                                        "POST",
                                        w.draftPath() + "/submission",
                                        JSON,
                                        "{\"amount\":1,\"x\":\"%s\"}".formatted(CANARY)),
                        400),
                row("a step that is not next", w -> w.api().post(w.draftPath() + "/withdrawal", Map.of()), 409),
                row("submitted again", w -> w.api().post(w.submittedPath() + "/submission", Map.of()), 409),
                row(
                        "changed after it was submitted",
                        w -> w.api().patch(w.submitted(), 2, Map.of("address", CANARY)),
                        409),
                row("a version that is over", w -> w.api().patch(w.draft(), 99, Map.of("email", CANARY)), 412),
                row("no version", w -> w.api().send("PATCH", w.draftPath(), JSON, "{\"form\":{}}"), 428),
                row(
                        "a signature that is no id",
                        w -> w.api().post(w.draftPath() + "/submission", Map.of("signatureId", CANARY)),
                        400),
                row("a mark of 0", w -> w.api().post(w.submittedPath() + "/feedback", Map.of("rating", 0)), 400),
                row(
                        "a mark of a billion",
                        w -> w.api().post(w.submittedPath() + "/feedback", Map.of("rating", 1_000_000_000)),
                        400),
                row(
                        "a mark before there is a result",
                        w -> w.api().post(w.submittedPath() + "/feedback", Map.of("rating", 5)),
                        409),
                row(
                        "a ground of complaint that no law knows",
                        w -> w.api().post(w.submittedPath() + "/appeals", Map.of("ground", CANARY, "text", "x")),
                        422),
                row(
                        "a service that nobody offers",
                        w -> w.api().post("/applications", Map.of("serviceCode", CANARY)),
                        404,
                        422));
    }

    static Stream<Row> queries() {
        return Stream.of(
                list("limit", "1000000000", 400),
                list("limit", "0", 400),
                list("limit", "-1", 400),
                list("after", CANARY, 400),
                list("status", "' or 1=1 --", 400),
                list("from", "yesterday" + CANARY, 400),
                list("query", "%".repeat(101), 400),
                list("query", "\u0000", 400),
                list("service", "a\u0000", 400));
    }

    static Stream<Row> keys() {
        return Stream.of(
                row(
                        "a key of 256 letters",
                        w -> w.api().post("/applications", certificate(), "Idempotency-Key", "k".repeat(256)),
                        400),
                row(
                        "a key with a space",
                        w -> w.api().post("/applications", certificate(), "Idempotency-Key", "a " + CANARY),
                        400));
    }

    static Stream<Row> rows() {
        return Stream.of(json(), xml(), identifiers(), business(), queries(), keys())
                .flatMap(rows -> rows);
    }

    private static Row row(String name, Function<World, Api.Answer> call, Integer... right) {
        return new Row(name, call, List.of(right));
    }

    private static Row patch(String name, String body, Integer... right) {
        return row("JSON: " + name, w -> w.api().send("PATCH", w.draftPath(), merge(), body.getBytes(UTF_8)), right);
    }

    private static Row form(String name, String form, Integer... right) {
        return patch(name, "{\"form\":" + form + "}", right);
    }

    private static Row message(String name, String body, Integer... right) {
        return row("JSON: " + name, w -> w.api().send("POST", w.submittedPath() + "/messages", JSON, body), right);
    }

    private static Row xml(String name, String body) {
        return row("XML: " + name, w -> w.api().send("POST", w.submittedPath() + "/messages", XML, body), 400, 413);
    }

    private static Row found(String name, Function<World, String> id, Integer... right) {
        return row("id: " + name, w -> w.api().get("/applications/" + path(id.apply(w))), right);
    }

    private static Row list(String field, String value, Integer... right) {
        return row(
                "?" + field + "=" + value.length() + " letters",
                w -> w.api().get("/applications?" + field + "=" + encoded(value)),
                right);
    }

    private static Row snils(String name, String value) {
        return number("snils", name, value);
    }

    private static Row inn(String name, String value) {
        return number("inn", name, value);
    }

    /** Kept in a draft like everything that is typed, but never submitted. */
    private static Row number(String field, String name, String value) {
        return row(
                field + ": " + name,
                w -> {
                    UUID id = ApplicationServiceCase.draft(w.api(), "ip-registration");
                    w.api().patch(id, 1, Map.of(field, value)).expect(200);
                    Api.Answer refused = w.api().post("/applications/" + id + "/submission", Map.of());
                    assertThat(refused.json().path("errors").valueStream().map(fault -> fault.path("pointer")
                                    .asString()))
                            .contains("/form/" + field);
                    w.api().delete("/applications/" + id).expect(204);
                    return refused;
                },
                422);
    }

    private static Map<String, String> merge() {
        return Map.of("Content-Type", "application/merge-patch+json", "If-Match", "\"1\"");
    }

    static Map<String, String> certificate() {
        return Map.of("serviceCode", "residence-certificate");
    }

    private static String bait() {
        return "http://localhost:" + ApplicationServiceCase.OTHERS.port() + "/bait";
    }

    private static String neighbour(UUID id, int distance) {
        BigInteger number = new BigInteger(id.toString().replace("-", ""), 16).add(BigInteger.valueOf(distance));
        return new UUID(number.shiftRight(64).longValue(), number.longValue()).toString();
    }

    private static String fullwidth(Object digits) {
        return digits.toString()
                .chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '\uFF10' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cyrillic(UUID id) {
        return id.toString().substring(0, 35) + "а";
    }

    private static String path(String id) {
        return encoded(id).replace("+", "%20");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
