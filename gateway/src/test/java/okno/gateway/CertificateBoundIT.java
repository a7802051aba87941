package okno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Tokens bound to a certificate (RFC 8705) behind a proxy that ends TLS: this machine's 127.0.0.1. */
class CertificateBoundIT extends GatewayAtWork {

    private static final byte[] CERTIFICATE = "any DER will do: only its digest counts".getBytes();
    private static final String FIELD = ":" + Base64.getEncoder().encodeToString(CERTIFICATE) + ":";

    private final String bound =
            TestTokens.person(UUID.randomUUID()).certificateBound(CERTIFICATE).bearer();

    @Test
    void passes_with_its_certificate_and_services_hear_of_it_from_the_gateway() {
        HttpResponse<String> answer =
                send(request("/api/v1/me").header("Authorization", bound).header("Client-Cert", FIELD));

        assertThat(answer.statusCode()).isEqualTo(200);
        SERVICES.verify(getRequestedFor(urlEqualTo("/api/v1/me"))
                .withHeader("Client-Cert", equalTo(FIELD))
                .withHeader("Okno-Gateway", matching("ey.+")));
    }

    @Test
    void is_refused_without_it_and_with_another() {
        String other = ":" + Base64.getEncoder().encodeToString("another".getBytes()) + ":";

        assertThat(send(request("/api/v1/me").header("Authorization", bound)).statusCode())
                .isEqualTo(401);
        assertThat(send(request("/api/v1/me").header("Authorization", bound).header("Client-Cert", other))
                        .statusCode())
                .isEqualTo(401);
        assertThat(passedOn()).isEmpty();
    }

    @Test
    void what_is_said_of_certificates_without_one_is_dropped() {
        send(request("/api/v1/services")
                .header("Okno-Gateway", TestTokens.service("gateway").token())
                .header("Client-Cert", "nonsense")
                .header("Client-Cert-Chain", FIELD));

        SERVICES.verify(getRequestedFor(urlEqualTo("/api/v1/services"))
                .withHeader("Client-Cert", absent())
                .withHeader("Client-Cert-Chain", absent())
                .withHeader("Okno-Gateway", absent()));
    }

    @Test
    void an_address_that_is_no_proxy_of_ours_is_not_believed() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream()
                    .write(("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + bound
                                    + "\r\nClient-Cert: " + FIELD + "\r\n\r\n")
                            .getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 401");
        }
    }
}
