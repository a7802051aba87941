package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okno.local.machine.Port;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that the real Keycloak binds to a certificate (RFC 8705), behind a proxy that ends TLS. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificateBoundIT {

    private static final String DOOR = "/api/v1/me/audit";

    @TempDir
    Path directory;

    @Test
    void a_token_bound_to_a_certificate_is_worth_nothing_without_it() throws Exception {
        assumeTrue(TlsProxy.program() != null, "HAProxy is not installed");
        var server = new TestCertificate(directory, "localhost");
        var own = new TestCertificate(directory, "partner");
        var another = new TestCertificate(directory, "another");
        try (var proxy = new TlsProxy(directory, server, List.of(own, another));
                var client = new OddClient(
                        List.of("basic", "roles", "okno"),
                        Map.of("tls.client.certificate.bound.access.tokens", "true"));
                HttpClient partner = server.visitor(own);
                HttpClient stranger = server.visitor(another);
                HttpClient nobody = server.visitor(null)) {
            assertThat(client.askForToken(nobody, proxy.realm()).statusCode()).isEqualTo(400);

            String token = client.accessToken(partner, proxy.realm());

            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                    .containsEntry("x5t#S256", own.thumbprint());
            assertThat(status(partner, proxy.portal(), token)).isEqualTo(200);
            assertThat(status(stranger, proxy.portal(), token)).isEqualTo(401);
            assertThat(status(nobody, proxy.portal(), token)).isEqualTo(401);
            // A certificate is public: to tell of it is not to have its key.
            String told = ":" + Base64.getEncoder().encodeToString(own.der()) + ":";
            assertThat(status(nobody, proxy.portal(), token, "Client-Cert", told))
                    .as("the proxy drops what callers say")
                    .isEqualTo(401);
            for (Port direct : List.of(Port.GATEWAY, Port.IDENTITY)) {
                assertThat(status(nobody, RunningOkno.ports().url(direct), token, "Client-Cert", told))
                        .as(direct + " believes its proxy alone")
                        .isEqualTo(401);
            }
        }
    }

    private static int status(HttpClient http, URI door, String token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door.resolve(DOOR)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
