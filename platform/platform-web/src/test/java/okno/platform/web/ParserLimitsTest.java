package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class ParserLimitsTest {

    private static final String JSON = "application/json";
    private static final String XML = "application/xml";

    @LocalServerPort
    int port;

    @Test
    void reads_and_writes_the_same_record_as_json_and_as_xml() {
        String json =
                "{\"text\":\"ёж \\uD83E\\uDD94\",\"number\":7,\"flag\":true,\"decimal\":1.50,\"date\":\"2026-02-28\","
                        + "\"colour\":\"RED\",\"tags\":[\"a\",\"b\"],\"inner\":{\"name\":\"n\",\"inner\":null}}";
        HttpResponse<String> xml = edge().post("/samples", JSON, json.getBytes(UTF_8), "Accept", XML);

        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.body())
                .startsWith("<sample>")
                .contains("<tags><item>a</item><item>b</item></tags>", "<colour>RED</colour>", "🦔");
        HttpResponse<String> back = edge().post("/samples", XML, xml.body().getBytes(UTF_8), "Accept", JSON);
        assertThat(back.body()).contains("\"tags\":[\"a\",\"b\"]", "\"number\":7", "\"decimal\":1.50", "\"flag\":true");
    }

    @Test
    void lists_are_items_in_xml() {
        assertThat(edge().get("/samples?after=k", "Accept", XML).body())
                .startsWith("<page><items><item><text>&lt;ёж></text><inners><item><name>a</name>")
                .endsWith("</items><next>k</next></page>");
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                bad("depth 33", JSON, nested(33, "{\"inner\":", "{}", "}")),
                bad("depth 100000", JSON, nested(100_000, "{\"inner\":", "{}", "}")),
                bad("deep arrays", JSON, "{\"form\":" + "[".repeat(400_000)),
                bad("deep form", JSON, "{\"form\":" + nested(33, "[", "1", "]") + "}"),
                bad(
                        "many keys",
                        JSON,
                        IntStream.range(0, 60_000)
                                .mapToObj(i -> "\"k" + i + "\":1")
                                .collect(Collectors.joining(",", "{\"form\":{", "}}"))),
                bad("duplicate key", JSON, "{\"text\":\"a\",\"text\":\"b\"}"),
                bad("duplicate key in a form", JSON, "{\"form\":{\"a\":1,\"a\":2}}"),
                bad("unknown field", JSON, "{\"texts\":\"a\"}"),
                bad("prototype", JSON, "{\"__proto__\":{\"a\":1}}"),
                bad("class name", JSON, "{\"@class\":\"java.lang.Runtime\"}"),
                bad("65 KiB text", JSON, "{\"text\":\"" + "a".repeat(65 << 10) + "\"}"),
                bad("65 KiB text in a form", JSON, "{\"form\":{\"a\":\"" + "a".repeat(65 << 10) + "\"}}"),
                bad("10000 digits", JSON, "{\"number\":" + "9".repeat(10_000) + "}"),
                bad("10000 digits in a form", JSON, "{\"form\":{\"a\":" + "9".repeat(10_000) + "}}"),
                bad("1e400", JSON, "{\"number\":1e400}"),
                bad("not a number", JSON, "{\"decimal\":NaN}"),
                bad("infinity", JSON, "{\"decimal\":Infinity}"),
                bad("overflow", JSON, "{\"number\":2147483648}"),
                bad("float for int", JSON, "{\"number\":1.5}"),
                bad("text for int", JSON, "{\"number\":\"1\"}"),
                bad("int for text", JSON, "{\"text\":1}"),
                bad("int for boolean", JSON, "{\"flag\":1}"),
                bad("text for boolean", JSON, "{\"flag\":\"true\"}"),
                bad("null for int", JSON, "{\"number\":null}"),
                bad("ordinal for enum", JSON, "{\"colour\":0}"),
                bad("unknown enum", JSON, "{\"colour\":\"BLUE\"}"),
                bad("no such day", JSON, "{\"date\":\"2026-02-30\"}"),
                bad("array for object", JSON, "[]"),
                bad("object for list", JSON, "{\"tags\":{}}"),
                bad("text for list", JSON, "{\"tags\":\"a\"}"),
                bad("list for text", JSON, "{\"text\":[\"a\"]}"),
                bad("scalar", JSON, "1"),
                bad("empty", JSON, ""),
                bad("blank", JSON, "  "),
                bad("truncated", JSON, "{\"text\":\"a"),
                bad("trailing object", JSON, "{\"text\":\"a\"}{}"),
                bad("trailing garbage", JSON, "{\"text\":\"a\"} x"),
                bad("comment", JSON, "{/* a */\"text\":\"a\"}"),
                bad("single quotes", JSON, "{'text':'a'}"),
                bad("raw control character", JSON, "{\"text\":\"a\u0001\"}"),
                bad("NUL", JSON, "{\"text\":\"a\\u0000\"}"),
                bad("NUL in a list", JSON, "{\"tags\":[\"\\u0000\"]}"),
                bad("lone surrogate", JSON, "{\"text\":\"\\uD83E\"}"),
                bad("byte order mark", JSON, "\uFEFF{\"text\":\"a\"}"),
                bad("UTF-16", JSON, "{\"text\":\"a\"}".getBytes(UTF_16)),
                bad("invalid UTF-8", JSON, new byte[] {
                    '{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC0, '"', '}'
                }),
                bad("depth 33", XML, nested(33, "<inner>", "", "</inner>")),
                bad("depth 100000", XML, nested(30_000, "<inner>", "", "</inner>")),
                bad(
                        "many attributes",
                        XML,
                        IntStream.range(0, 60_000)
                                .mapToObj(i -> " a" + i + "=\"1\"")
                                .collect(Collectors.joining("", "<sample", "/>"))),
                bad("DTD", XML, "<!DOCTYPE sample><sample><text>a</text></sample>"),
                bad("external DTD", XML, "<!DOCTYPE s SYSTEM \"http://localhost:1/x.dtd\"><s><text>a</text></s>"),
                bad("XXE", XML, "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><s><text>&x;</text></s>"),
                bad("parameter entity", XML, "<!DOCTYPE s [<!ENTITY % x SYSTEM \"http://localhost:1/\"> %x;]><s/>"),
                bad(
                        "billion laughs",
                        XML,
                        "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><s><text>&b;</text></s>"),
                bad("undeclared entity", XML, "<sample><text>&x;</text></sample>"),
                bad("unknown element", XML, "<sample><texts>a</texts></sample>"),
                bad(
                        "XInclude",
                        XML,
                        "<s xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/></s>"),
                bad("65 KiB text", XML, "<sample><text>" + "a".repeat(65 << 10) + "</text></sample>"),
                bad("overflow", XML, "<sample><number>2147483648</number></sample>"),
                bad("word for int", XML, "<sample><number>one</number></sample>"),
                bad("no such day", XML, "<sample><date>2026-02-30</date></sample>"),
                bad("unknown enum", XML, "<sample><colour>BLUE</colour></sample>"),
                bad("empty", XML, ""),
                bad("truncated", XML, "<sample><text>a</te"),
                bad("second root", XML, "<sample/><sample/>"),
                bad("unbound prefix", XML, "<x:sample/>"),
                bad("NUL reference", XML, "<sample><text>&#0;</text></sample>"),
                bad("UTF-16", XML, "<sample/>".getBytes(UTF_16)),
                bad(
                        "KOI8-R",
                        XML,
                        "<?xml version=\"1.0\" encoding=\"KOI8-R\"?><sample><text>ёж</text></sample>"
                                .getBytes(Charset.forName("KOI8-R"))));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("badBodies")
    void refuses_bad_bodies_quickly_and_without_an_echo(String name, String type, byte[] body) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = edge().post("/samples", type, body);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413);
        assertThat(answer.body()).contains("\"code\":\"malformed_body\"").doesNotContain("passwd", "okno.platform");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void points_at_an_unknown_field() {
        assertThat(edge().postJson("/samples", "{\"inner\":{\"name\":\"n\",\"age\":1}}")
                        .body())
                .contains("\"pointer\":\"/inner/age\"", "\"code\":\"unknown_field\"");
        assertThat(edge().post("/samples", XML, "<s><inner><age>1</age></inner></s>".getBytes(UTF_8))
                        .body())
                .contains("\"pointer\":\"/inner/age\"", "\"code\":\"unknown_field\"");
    }

    @Test
    void refuses_more_than_a_mebibyte_with_and_without_its_length() {
        byte[] big = ("{\"tags\":[" + "\"aaaaaaaa\",".repeat(100_000) + "\"\"]}").getBytes(UTF_8);

        assertThat(edge().post("/samples", JSON, big).statusCode()).isEqualTo(413);
        assertThat(edge().postChunked("/samples", JSON, big).statusCode()).isIn(400, 413);
        assertThat(edge().postChunked("/samples", JSON, (" ".repeat(2 << 20) + "{}").getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refuses_every_charset_but_utf_8() {
        assertThat(edge().post("/samples", "application/json;charset=windows-1251", "{}".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(edge().post("/samples", "application/json;charset=none", "{}".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(edge().post("/samples", "nonsense", "{}".getBytes(UTF_8)).statusCode())
                .isEqualTo(415);
    }

    private Edge edge() {
        return new Edge(port);
    }

    private static Arguments bad(String name, String type, String body) {
        return bad(name, type, body.getBytes(UTF_8));
    }

    private static Arguments bad(String name, String type, byte[] body) {
        return arguments(name, type, body);
    }

    private static String nested(int depth, String open, String core, String close) {
        return open.repeat(depth) + core + close.repeat(depth);
    }
}
