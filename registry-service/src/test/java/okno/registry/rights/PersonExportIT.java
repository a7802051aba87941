package okno.registry.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import okno.platform.core.number.Ogrn;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class PersonExportIT {

    private static final String OGRN = Ogrn.complete("102770000001").value();

    @LocalServerPort
    int port;

    private RestTestClient http;

    @BeforeEach
    void client() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void gives_a_persons_extracts_with_their_files_to_identity_service_alone() {
        UUID person = UUID.randomUUID();
        String mine = TestTokens.person(person).bearer();
        byte[] issued = http.post()
                .uri("/api/v1/extracts")
                .header(HttpHeaders.AUTHORIZATION, mine)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("register", "egrul", "key", OGRN, "kind", "SHORT", "format", "PDF"))
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        String id = JsonMapper.shared().readTree(issued).path("id").asString();

        String identity = TestTokens.service("identity-service").bearer();
        String copy = new String(get(identity, path(person), 200), UTF_8);
        assertThat(copy)
                .contains("\"section\":\"extracts\"", id, "\"file\":{\"id\":\"" + id)
                .endsWith("{\"lines\":2}\n");
        assertThat(new String(get(identity, path(person) + "/files/" + id, 200), UTF_8))
                .startsWith("%PDF");
        get(identity, path(UUID.randomUUID()) + "/files/" + id, 404);
        for (String other : new String[] {
            mine,
            TestTokens.admin().bearer(),
            TestTokens.service("application-service").bearer()
        }) {
            get(other, path(person), 403);
            get(other, path(person) + "/files/" + id, 403);
        }
    }

    private static String path(UUID person) {
        return "/internal/persons/" + person + "/export";
    }

    private byte[] get(String bearer, String path, int status) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(byte[].class)
                .getResponseBodyContent();
    }
}
