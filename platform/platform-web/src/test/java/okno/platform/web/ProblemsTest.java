package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import okno.platform.core.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EdgeTest
class ProblemsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void every_kind_of_problem_has_its_status_and_both_languages(ProblemKind kind) {
        HttpResponse<String> russian = edge().get("/problems/" + kind);
        HttpResponse<String> english = edge().get("/problems/" + kind, "Accept-Language", "en-GB,en;q=0.9");

        JsonNode body = json(russian);
        assertThat(russian.statusCode()).isEqualTo(ProblemWriter.statusOf(kind).value());
        assertThat(russian.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(body.get("type").asString()).isEqualTo("https://okno.example/problems/permission_missing");
        assertThat(body.get("status").asInt()).isEqualTo(russian.statusCode());
        assertThat(body.get("detail").asString()).isEqualTo("Нет необходимых полномочий: x");
        assertThat(json(english).get("detail").asString()).isEqualTo("Required power is missing: x");
        assertThat(json(english).get("title").asString())
                .isNotEqualTo(body.get("title").asString());
    }

    @Test
    void says_when_to_come_back_and_how_to_log_in() {
        assertThat(edge().get("/problems/UNAVAILABLE").headers().firstValue("Retry-After"))
                .isPresent();
        assertThat(edge().get("/database-down").statusCode()).isEqualTo(503);
        assertThat(edge().get("/database-down").headers().firstValue("Retry-After"))
                .isPresent();
        assertThat(edge().get("/problems/INSUFFICIENT_AUTHENTICATION").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge ->
                        assertThat(challenge).contains("insufficient_user_authentication", "acr_values=\"x\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /ping?q=рос HTTP/1.1", "GET /ping|x HTTP/1.1", "GET /%00 HTTP/1.1", "NO REQUEST LINE"})
    void what_the_server_itself_refuses_is_a_problem_too(String requestLine) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"malformed_request\"")
                    .doesNotContain("<html", "Tomcat");
        }
    }

    @Test
    void says_nothing_of_a_failure_but_its_trace_id() {
        HttpResponse<String> answer =
                edge().get("/bug", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(answer.headers().firstValue("traceparent"))
                .hasValueSatisfying(trace -> assertThat(trace).startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
        assertThat(json(answer).get("code").asString()).isEqualTo("internal_error");
    }

    @Test
    void answers_in_xml_when_asked() {
        HttpResponse<String> answer = edge().get("/problems/CONFLICT", "Accept", "application/xml");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+xml");
        assertThat(answer.body()).contains("<problem xmlns=\"urn:ietf:rfc:7807\">", "<code>permission_missing</code>");
    }

    @Test
    void points_at_each_invalid_field() {
        HttpResponse<String> answer = edge().postJson(
                        "/checked",
                        "{\"name\":\" \",\"phone\":\"1\",\"parts\":[{\"code\":\"a\"},{\"code\":\"abcd\"}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("invalid_request");
        assertThat(faults(answer))
                .containsExactlyInAnyOrder("/name required", "/phone phone_format", "/parts/1/code size");
    }

    @Test
    void points_at_a_number_that_cannot_exist() {
        HttpResponse<String> answer = edge().postJson("/payers", "{\"inn\":{\"value\":\"7707083894\"}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(faults(answer)).containsExactly("/inn inn_checksum");
    }

    @ParameterizedTest
    @CsvSource({
        "/samples?limit=0, limit page_limit",
        "/samples?limit=101, limit page_limit",
        "/samples?limit=1e9, limit page_limit",
        "/samples?limit=-1, limit page_limit",
        "/numbers/1, times required",
        "/numbers/x?times=1, number format",
        "/problems/NONE, kind format",
        "/ids/1-1-1-1-1, id format",
        "/ids/0198c0de-1000-7000-8000-00000000000%EF%BC%91, id format",
        "/ids/0198c0de-1000-7000-8000-000000000001x, id format"
    })
    void points_at_each_invalid_parameter(String path, String fault) {
        HttpResponse<String> answer = edge().get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(faults(answer)).containsExactly(fault);
    }

    @Test
    void an_id_has_one_name() {
        String id = "0198c0de-1000-7000-8000-000000000001";

        assertThat(edge().get("/ids/" + id).body()).contains(id);
    }

    @Test
    void answers_what_the_framework_refuses_with_problems_too() {
        assertThat(codeOf(edge().get("/nowhere"), 404)).isEqualTo("not_found");
        assertThat(codeOf(edge().get("/checked"), 405)).isEqualTo("method_not_allowed");
        assertThat(edge().get("/checked").headers().firstValue("Allow")).hasValue("POST");
        assertThat(codeOf(edge().post("/checked", "text/plain", new byte[] {1}), 415))
                .isEqualTo("unsupported_media_type");
        assertThat(codeOf(edge().get("/samples", "Accept", "image/png"), 406)).isEqualTo("not_acceptable");
        assertThat(codeOf(edge().get("/error"), 404)).isEqualTo("not_found");
    }

    @Test
    void sends_safe_headers_with_every_answer() {
        assertThat(edge().get("/samples").headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void every_code_of_the_platform_has_both_texts() {
        Set<String> codes = Texts.load().codes();

        assertThat(codes)
                .contains("invalid_request", "malformed_body", "not_found", "stale_version", "unavailable", "title.404")
                .contains(
                        "inn_format", "inn_checksum", "kpp_format", "ogrn_checksum", "snils_checksum", "uin_checksum");
        for (var status : HttpStatus.values()) {
            if (status.isError()) {
                assertThat(codes).contains(StatusCodes.codeOf(status));
            }
        }
    }

    private Edge edge() {
        return new Edge(port);
    }

    private static String codeOf(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return json(answer).get("code").asString();
    }

    private static List<String> faults(HttpResponse<String> answer) {
        return json(answer)
                .get("errors")
                .valueStream()
                .map(fault -> (fault.has("pointer") ? fault.get("pointer") : fault.get("parameter")).asString() + " "
                        + fault.get("code").asString())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
