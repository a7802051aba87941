package okno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.UUID;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever becomes of a request, neither its token nor what it tells of a person stands in the log or in a refusal. */
@OknoServiceTest
@ExtendWith(OutputCaptureExtension.class)
class NothingInTheLogIT {

    private static final String TAX_NUMBER = "500100732259";
    private static final String PHONE = "79161234567";
    private static final WireMockServer SERVICE = new WireMockServer(options().dynamicPort());

    static {
        SERVICE.start();
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    private final UUID person = UUID.randomUUID();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("okno.services.identity", SERVICE::baseUrl);
        properties.add("okno.services.registry", () -> "http://localhost:1");
        properties.add("okno.gateway.limits.person", () -> 3);
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void a_request_that_is_answered_leaves_nothing(CapturedOutput log) throws IOException {
        String token = TestTokens.person(person).token();
        for (int i = 0; i < 4; i++) {
            String answer = send("/api/v1/me?phone=" + PHONE, "Authorization: Bearer " + token);
            assertThat(answer).startsWith(i < 3 ? "HTTP/1.1 200" : "HTTP/1.1 429");
            assertNothingOf(token, answer, log);
        }
    }

    @Test
    void a_refused_token_leaves_the_reason_only(CapturedOutput log) throws IOException {
        var someone = TestTokens.person(person);
        String good = someone.token();
        for (String token : List.of(
                someone.expired().token(),
                someone.audience("elsewhere").token(),
                someone.unsigned(),
                good.substring(0, good.length() - 8) + "AAAAAAAA",
                good.replace('.', '!'),
                good + " " + good,
                good + ".more")) {
            String answer = send("/api/v1/me", "Authorization: Bearer " + token);
            assertThat(answer).startsWith("HTTP/1.1 401");
            assertNothingOf(token, answer, log);
        }
        assertThat(log).contains("Token refused");
    }

    @Test
    void a_token_in_another_place_leaves_nothing(CapturedOutput log) throws IOException {
        String token = TestTokens.person(person).token();
        String proof = send("/api/v1/me", "Authorization: DPoP " + token + "\r\nDPoP: " + token);
        assertThat(proof).startsWith("HTTP/1.1 401");
        assertNothingOf(token, proof, log);
        String acting = send("/api/v1/me", "Authorization: Bearer " + token + "\r\nOkno-Acting: " + token);
        assertThat(acting).startsWith("HTTP/1.1 403");
        assertNothingOf(token, acting, log);
        String nowhere = send("/api/v1/nowhere/" + TAX_NUMBER + "?access_token=" + token, "Accept: */*");
        assertThat(nowhere).startsWith("HTTP/1.1 404");
        assertNothingOf(token, nowhere, log);
    }

    @Test
    void a_request_that_is_no_http_leaves_nothing(CapturedOutput log) throws IOException {
        String token = TestTokens.person(person).token();
        for (String headers : List.of(
                "Authorization: Bearer \u0007" + token,
                "Authorization : Bearer " + token,
                "Authori\u0001zation: Bearer " + token,
                "Authorization: Bearer " + token + "\r\nX-Long: " + "x".repeat(20_000))) {
            String answer = send("/api/v1/me", headers);
            assertThat(answer).startsWith("HTTP/1.1 400");
            assertNothingOf(token, answer, log);
        }
        String path = send("/api/v1/me/" + TAX_NUMBER + "|{" + token + "}", "Accept: */*");
        assertThat(path).startsWith("HTTP/1.1 400");
        assertNothingOf(token, path, log);
    }

    @Test
    void a_service_that_does_not_answer_leaves_its_name_only(CapturedOutput log) throws IOException {
        String token = TestTokens.person(person).token();
        String answer = send(
                "/api/v1/registries/egrip/records/" + TAX_NUMBER + "?phone=" + PHONE, "Authorization: Bearer " + token);

        assertThat(answer).startsWith("HTTP/1.1 503");
        assertThat(log).contains("registry does not answer");
        assertNothingOf(token, answer, log);
    }

    private void assertNothingOf(String token, String answer, CapturedOutput log) {
        for (String place : List.of(log.getAll(), answer)) {
            for (String part : token.split("[.! ]")) {
                if (part.length() > 8) {
                    assertThat(place).doesNotContain(part);
                }
            }
            assertThat(place).doesNotContain(person.toString(), PHONE);
        }
        assertThat(log.getAll()).doesNotContain(TAX_NUMBER);
    }

    /** As it stands, since a client that knows HTTP would not send some of it. */
    private String send(String target, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            String request =
                    "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
