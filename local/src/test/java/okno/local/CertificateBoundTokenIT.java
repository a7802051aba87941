package okno.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okno.local.machine.Port;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak binds a token to the certificate (RFC 8705) that its proxy tells of (RFC 9440). What the gateway makes of such a
 * token is in its own tests.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificateBoundTokenIT {

    private static final String CLIENT = "bound-to-a-certificate";
    private static final String SECRET = "any secret of a test";

    final Infrastructure running = Infrastructure.running();

    @Test
    void a_token_is_bound_to_the_certificate_that_the_trusted_proxy_tells_of() throws Exception {
        assertThat(running.admin(
                                "POST",
                                "/clients",
                                Map.of(
                                        "clientId",
                                        CLIENT,
                                        "secret",
                                        SECRET,
                                        "publicClient",
                                        false,
                                        "serviceAccountsEnabled",
                                        true,
                                        "standardFlowEnabled",
                                        false,
                                        "defaultClientScopes",
                                        List.of("basic", "roles", "okno"),
                                        "attributes",
                                        Map.of("tls.client.certificate.bound.access.tokens", "true")))
                        .statusCode())
                .isEqualTo(201);
        byte[] certificate = anyCertificate();
        String told = ":" + Base64.getEncoder().encodeToString(certificate) + ":";

        HttpResponse<String> answer = token(new Elsewhere(99, "Client-Cert", told));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token =
                JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .containsEntry(
                        "x5t#S256",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(certificate)));
        assertThat(token(new Elsewhere(99)).statusCode()).as("without one").isEqualTo(400);
        assertThat(token(new Elsewhere(32, "Client-Cert", told, "X-Forwarded-Trusted-Proxy", "true"))
                        .statusCode())
                .as("who is no proxy of ours")
                .isEqualTo(400);
    }

    private HttpResponse<String> token(Elsewhere through) {
        return through.send(Forms.request(
                URI.create(running.stack.ports().url(Port.KEYCLOAK) + "/realms/okno/protocol/openid-connect/token"),
                Map.of("grant_type", "client_credentials", "client_id", CLIENT, "client_secret", SECRET)));
    }

    private byte[] anyCertificate() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(running.stack.secrets().authorityKeys())) {
            store.load(in, running.stack.secrets().password("ca-password").toCharArray());
        }
        return store.getCertificate("ca").getEncoded();
    }
}
