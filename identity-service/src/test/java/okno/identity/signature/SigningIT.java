package okno.identity.signature;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps of signing with certificates that several tests take. */
public abstract class SigningIT extends IdentityIT {

    protected static final String PASSWORD = "correct horse";
    protected static final JsonMapper JSON = JsonMapper.shared();
    private static final String CODES = "/internal/one-time-codes";

    @BeforeEach
    void codesAreSent() {
        NOTIFICATION.stubFor(
                WireMock.post(urlEqualTo(CODES)).willReturn(aResponse().withStatus(202)));
    }

    protected ResponseSpec post(Person person, String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchange();
    }

    protected byte[] get(Person person, String path) {
        return http.get()
                .uri(path)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody();
    }

    /** A multipart request; texts as fields, bytes as files. */
    protected ResponseSpec upload(Person person, String path, Map<String, ?> parts) {
        var request = http.post().uri(path).header("Accept-Language", "en");
        if (person != null) {
            request = request.header(
                    HttpHeaders.AUTHORIZATION,
                    TestTokens.person(person.id().value()).bearer());
        }
        return request.contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts(parts))
                .exchange();
    }

    protected static LinkedMultiValueMap<String, Object> parts(Map<String, ?> parts) {
        var body = new LinkedMultiValueMap<String, Object>();
        parts.forEach((name, value) -> body.add(name, value instanceof byte[] bytes ? file(name, bytes) : value));
        return body;
    }

    protected JsonNode verified(Map<String, ?> parts) {
        ResponseSpec response = upload(null, "/api/v1/signature-verifications", parts);
        response.expectStatus().isOk();
        return body(response);
    }

    /** The check of this name in the first signature of a report. */
    protected static JsonNode check(JsonNode report, String name) {
        for (JsonNode check : report.path("signatures").get(0).path("checks")) {
            if (check.path("check").asString().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name + " in " + report);
    }

    protected JsonNode issued(Person person) {
        ResponseSpec response =
                post(person, "/api/v1/me/certificates", Map.of("kind", "PLATFORM", "keyPassword", PASSWORD));
        response.expectStatus().isCreated();
        return body(response);
    }

    protected String started(Person person, byte[] document, String kind, String format, String level) {
        ResponseSpec response = post(
                person,
                "/api/v1/signatures",
                Map.of("documentSha256", sha256(document), "kind", kind, "format", format, "level", level));
        response.expectStatus().isCreated();
        return body(response).path("id").asString();
    }

    /** A detached advanced signature over the document. */
    protected byte[] signed(Person person, byte[] document, String format, String level) {
        String id = started(person, document, "ADVANCED", format, level);
        post(person, "/api/v1/signatures/" + id + "/confirmation", Map.of("code", code(), "keyPassword", PASSWORD))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CONFIRMED");
        return get(person, "/api/v1/signatures/" + id + "/file");
    }

    protected byte[] signedPdf(Person person, byte[] pdf, String level) {
        String id = started(person, pdf, "ADVANCED", "PADES", level);
        return upload(
                        person,
                        "/api/v1/signatures/" + id + "/signed-document",
                        Map.of("code", code(), "keyPassword", PASSWORD, "document", pdf))
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody();
    }

    protected static String code() {
        return JSON.readTree(NOTIFICATION
                        .findAll(postRequestedFor(urlEqualTo(CODES)))
                        .getLast()
                        .getBodyAsString())
                .path("code")
                .asString();
    }

    protected static void refused(ResponseSpec response, HttpStatus status, String code) {
        var result = response.returnResult(String.class);
        assertThat(result.getResponseBody()).contains("\"" + code + "\"");
        assertThat(result.getStatus().value()).isEqualTo(status.value());
    }

    protected static JsonNode body(ResponseSpec response) {
        return JSON.readTree(response.returnResult(String.class).getResponseBody());
    }

    protected static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteArrayResource file(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
