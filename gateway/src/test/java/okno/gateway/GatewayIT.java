package okno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayIT extends GatewayAtWork {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me",
                "/api/v1/me/audit?limit=3",
                "/api/v1/services/egrul-extract",
                "/api/v1/agency/applications",
                "/api/v1/registries/egrul/records?query=%D0%A0%D0%BE%D0%BC%D0%B0",
                "/api/v1/charges/18810115240101123452/qr",
                "/api/v1/orgs",
                "/api/v1/powers-of-attorney?role=RECEIVED",
                "/.well-known/okno-acting-jwks.json",
                "/.well-known/okno-audit-jwks.json",
                "/api/v1/audit/head",
                "/api/v1/events?after=x"
            })
    void a_path_reaches_its_service_unchanged(String path) {
        HttpResponse<String> answer = send(request(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("from");
        SERVICES.verify(getRequestedFor(urlEqualTo(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/organisations/1", "/actuator/health", "/api/v1/nothing", "/api/v2/me", "/"})
    void nothing_else_leads_inside(String path) {
        HttpResponse<String> answer = send(request(path));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(passedOn()).isEmpty();
    }

    @Test
    void forged_headers_are_dropped_and_the_public_address_is_told() {
        send(request("/api/v1/services")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Forwarded", "host=evil.example")
                .header("X-User-Id", "admin")
                .header("X-Original-URL", "/internal/x")
                .header("X-HTTP-Method-Override", "DELETE"));

        SERVICES.verify(getRequestedFor(urlEqualTo("/api/v1/services"))
                .withHeader("X-Forwarded-Host", equalTo("okno.example"))
                .withHeader("X-Forwarded-Proto", equalTo("https"))
                .withHeader("X-Forwarded-Port", equalTo("443"))
                .withHeader("X-Forwarded-For", absent())
                .withHeader("Forwarded", absent())
                .withHeader("X-User-Id", absent())
                .withHeader("X-Original-URL", absent())
                .withHeader("X-HTTP-Method-Override", absent()));
    }

    @Test
    void one_trace_goes_through_and_no_header_stands_twice() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer =
                send(request("/api/v1/services").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(passedOn().getFirst().getRequest().getHeader("traceparent")).contains(trace);
        answer.headers()
                .map()
                .forEach((name, values) -> assertThat(values).as(name).hasSize(1));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60");
    }

    @Test
    void a_person_who_calls_too_often_is_told_when_to_come_back() {
        String bearer = TestTokens.person(UUID.randomUUID()).bearer();
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = send(request("/api/v1/me").header("Authorization", bearer));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
                    .startsWith("\"person\";r=" + left + ";t=");
            assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"person\";q=5;w=60");
        }
        HttpResponse<String> refused =
                send(request("/api/v1/me").header("Authorization", bearer).header("Accept-Language", "en"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 12);
        assertThat(refused.body()).contains("too_many_requests").contains("Too many requests");
        assertThat(send(request("/api/v1/me")
                                .header(
                                        "Authorization",
                                        TestTokens.person(UUID.randomUUID()).bearer()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_service_that_does_not_answer_gives_an_honest_503_at_once() {
        for (int i = 0; i < 15; i++) {
            HttpResponse<String> answer = send(request("/api/v1/notifications"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        }
        assertThat(send(request("/api/v1/me")).statusCode()).isEqualTo(200);
    }

    @Test
    void an_upload_passes_whole_and_a_json_body_has_a_limit() {
        SERVICES.stubFor(post("/api/v1/applications/1/attachments").willReturn(ok()));
        byte[] scan = new byte[5 * 1024 * 1024];
        HttpResponse<String> upload = send(request("/api/v1/applications/1/attachments")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(scan)));
        HttpResponse<String> large = send(request("/api/v1/applications")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1])));

        assertThat(upload.statusCode()).isEqualTo(200);
        assertThat(SERVICES.findAll(postRequestedFor(urlEqualTo("/api/v1/applications/1/attachments")))
                        .getFirst()
                        .getBody())
                .hasSize(scan.length);
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void a_stream_passes_event_by_event() {
        SERVICES.stubFor(get("/api/v1/events/stream")
                .willReturn(ok("data: 1\n\ndata: 2\n\n")
                        .withHeader("Content-Type", "text/event-stream")
                        .withChunkedDribbleDelay(2, 1_000)));
        assertThat(send(request("/api/v1/events/stream")).body()).isEqualTo("data: 1\n\ndata: 2\n\n");
    }

    @Test
    void problems_come_as_xml_when_xml_is_asked() {
        HttpResponse<String> answer = send(request("/api/v1/nothing").header("Accept", "application/xml"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("<").contains("not_found");
    }

    @Test
    void the_documentation_shows_public_paths_with_log_in() {
        assertThat(send(request("/docs/index.html")).body()).contains("swagger-ui-bundle.js");
        assertThat(send(request("/docs/swagger-ui-bundle.js")).statusCode()).isEqualTo(200);
        assertThat(send(request("/docs/config.json")).body()).contains("/docs/openapi/registry-service");
        HttpResponse<String> contract = send(request("/docs/openapi/registry-service"));
        assertThat(contract.body())
                .contains("https://okno.example", "authorizationCode", "/api/v1/extracts")
                .doesNotContain("/internal/");
        assertThat(contract.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
    }

    @Test
    void other_origins_are_not_let_in_unless_listed() {
        HttpResponse<String> preflight = send(request("/api/v1/me")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight.statusCode()).isEqualTo(403);
    }
}
