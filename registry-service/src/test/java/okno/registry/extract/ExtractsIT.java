package okno.registry.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okno.platform.core.number.Ogrn;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class ExtractsIT {

    private static final String OGRN = Ogrn.complete("102770000001").value();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private RestTestClient http;

    @BeforeEach
    void client() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void a_person_gets_a_readable_extract_that_nobody_else_sees() throws Exception {
        String mine = TestTokens.person(UUID.randomUUID()).bearer();
        JsonNode issued = issue(mine, OGRN);
        String path = "/api/v1/extracts/" + issued.get("id").asString();

        byte[] pdf = content(path + "/content", mine);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Ромашка", OGRN, issued.get("id").asString());
        }
        assertThat(pdf).hasSize(issued.get("size").asInt());
        String other = TestTokens.person(UUID.randomUUID()).bearer();
        for (String address : new String[] {path, path + "/content"}) {
            http.get()
                    .uri(address)
                    .header(HttpHeaders.AUTHORIZATION, other)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void anyone_can_verify_the_paper_and_a_changed_byte_shows() {
        String mine = TestTokens.person(UUID.randomUUID()).bearer();
        String id = issue(mine, OGRN).get("id").asString();
        byte[] pdf = content("/api/v1/extracts/" + id + "/content", mine);

        verify(id, pdf)
                .jsonPath("$.unchanged")
                .isEqualTo(true)
                .jsonPath("$.current")
                .isEqualTo(true);
        pdf[pdf.length / 2] ^= 1;
        verify(id, pdf).jsonPath("$.unchanged").isEqualTo(false);
        http.get()
                .uri("/api/v1/extracts/verification/{id}", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_changed_record_makes_the_paper_outdated() {
        String company = jdbc.sql("select ogrn from legal_entity where ogrn <> :demo order by ogrn limit 1")
                .param("demo", OGRN)
                .query(String.class)
                .single();
        String id = issue(TestTokens.person(UUID.randomUUID()).bearer(), company)
                .get("id")
                .asString();
        jdbc.sql("update legal_entity set entry_number = '2267700000001' where ogrn = :ogrn")
                .param("ogrn", company)
                .update();

        http.get()
                .uri("/api/v1/extracts/verification/{id}", id)
                .exchange()
                .expectBody()
                .jsonPath("$.genuine")
                .isEqualTo(true)
                .jsonPath("$.current")
                .isEqualTo(false);
    }

    @Test
    void services_asking_at_once_for_one_application_get_one_extract() throws Exception {
        UUID applicationId = UUID.randomUUID();
        Callable<String> ask = () -> askAsService(applicationId);
        var answers = new TreeSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(jdbc.sql("select count(*) from extract where application_id = :id")
                        .param("id", applicationId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void kinds_that_are_not_issued_yet_are_refused_honestly() {
        http.post()
                .uri("/api/v1/extracts")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.person("p").bearer())
                .body(Map.of("register", "egrul", "key", OGRN, "kind", "FULL", "format", "PDF"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("extract_kind_unavailable");
    }

    private String askAsService(UUID applicationId) {
        Map<String, Object> request = Map.of(
                "register", "egrul",
                "key", OGRN,
                "kind", "SHORT",
                "format", "PDF",
                "personId", "someone",
                "applicationId", applicationId);
        return json(http.post()
                        .uri("/internal/extracts")
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                TestTokens.service("application-service").bearer())
                        .body(request)
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .get("id")
                .asString();
    }

    private JsonNode issue(String bearer, String ogrn) {
        return json(http.post()
                .uri("/api/v1/extracts")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .body(Map.of("register", "egrul", "key", ogrn, "kind", "SHORT", "format", "PDF"))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private byte[] content(String path, String bearer) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.BodyContentSpec verify(String id, byte[] pdf) {
        return http.post()
                .uri("/api/v1/extracts/verification/{id}", id)
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static JsonNode json(RestTestClient.ResponseSpec response) {
        return JsonMapper.shared().readTree(response.expectBody().returnResult().getResponseBody());
    }
}
