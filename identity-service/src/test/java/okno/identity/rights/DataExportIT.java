package okno.identity.rights;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import okno.identity.person.domain.Person;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.persistence.WorkingDays;
import okno.platform.test.TestTokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataExportIT extends RightsIT {

    private static final String EXPORTS = "/api/v1/me/data-exports";
    private static final String APPLICATION = "{\"section\":\"applications\",\"record\":{\"number\":\"77-1\"}}";
    private static final String FILE =
            "{\"file\":{\"id\":\"f1\",\"name\":\"../скан 1.pdf\",\"mediaType\":\"PDF\",\"size\":5}}";
    private static final String LOST_FILE =
            "{\"file\":{\"id\":\"f2\",\"name\":\"gone.pdf\",\"mediaType\":\"PDF\",\"size\":5}}";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingDays workingDays;

    @Test
    void gathers_from_all_services_into_one_sealed_archive() throws IOException {
        Person person = somebody();
        allGive(person);
        gives("application", person, APPLICATION, FILE, LOST_FILE);
        SOURCES.stubFor(get(urlEqualTo(path("application", person) + "/files/f1"))
                .willReturn(aResponse().withBody("hello")));
        SOURCES.stubFor(get(urlEqualTo(path("application", person) + "/files/f2"))
                .willReturn(aResponse().withStatus(404)));

        JsonNode requested = requested(person);
        assertThat(requested.path("dueOn").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        call(HttpMethod.POST, EXPORTS, bearer(person), null).expectStatus().isEqualTo(409);
        JsonNode ready = until(person, requested, "READY");
        assertThat(ready.at("/progress/collected").asInt()).isEqualTo(6);

        call(HttpMethod.POST, EXPORTS, bearer(person), null).expectStatus().isEqualTo(429);

        Map<String, byte[]> archive = archive(person, requested);
        assertThat(archive.keySet())
                .contains(
                        "readme.pdf",
                        "manifest.json",
                        "data/identity.json",
                        "data/application.json",
                        "data/payment.json",
                        "data/org.json",
                        "data/registry.json",
                        "data/notification.json",
                        "files/application/f1-__скан 1.pdf");
        assertThat(archive.get("files/application/f1-__скан 1.pdf")).isEqualTo("hello".getBytes(UTF_8));
        assertThat(text(archive, "data/application.json")).contains("77-1");
        assertThat(text(archive, "data/identity.json"))
                .contains(
                        person.name().last(),
                        person.snils().value(),
                        person.contacts().phone());
        JsonNode manifest = JsonMapper.shared().readTree(archive.get("manifest.json"));
        assertThat(manifest.path("complete").asBoolean()).isTrue();
        assertThat(manifest.toString()).contains("\"lostFiles\":[\"f2\"]");
        assertThat(readable(archive.get("readme.pdf"))).contains(person.name().last(), "Заявления и документы", "77-1");

        assertThat(everythingStored())
                .doesNotContain("77-1")
                .doesNotContain(person.name().last());
        assertThat(partsLeft(requested)).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("select action from audit_entry where actor_id = :person")
                                .param("person", person.id().toString())
                                .query(String.class)
                                .list())
                        .contains("data_export.requested", "data_export.fetched"));
    }

    @Test
    void says_what_is_missing_and_adds_it_when_it_comes() throws IOException {
        Person person = somebody();
        allGive(person);
        SOURCES.stubFor(
                get(urlEqualTo(path("payment", person))).willReturn(aResponse().withStatus(503)));
        JsonNode requested = requested(person);
        JsonNode partial = until(person, requested, "PARTIAL");
        assertThat(partial.at("/progress/collected").asInt()).isEqualTo(5);
        Map<String, byte[]> archive = archive(person, requested);
        assertThat(archive).doesNotContainKey("data/payment.json");
        assertThat(text(archive, "manifest.json")).contains("\"complete\" : false");
        assertThat(readable(archive.get("readme.pdf"))).contains("Служба не ответила");

        gives("payment", person, "{\"section\":\"charges\",\"record\":{\"uin\":\"182\"}}");
        until(person, requested, "READY");
        assertThat(text(archive(person, requested), "data/payment.json")).contains("182");
    }

    @Test
    void an_answer_that_broke_off_is_asked_for_again() throws IOException {
        Person person = somebody();
        allGive(person);
        answers("org", person, "{\"section\":\"organisations\",\"record\":{\"inn\":\"77\"}}\n");
        JsonNode requested = requested(person);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> SOURCES.findAll(getRequestedFor(urlEqualTo(path("org", person))))
                                .size()
                        >= 2);
        // The others are there by now: that is seen before the whole is.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode progress = json(HttpMethod.GET, EXPORTS + "/" + id(requested), bearer(person), null)
                    .path("progress");
            assertThat(progress.path("collected").asInt()).isEqualTo(5);
        });
        assertThat(json(HttpMethod.GET, EXPORTS + "/" + id(requested), bearer(person), null)
                        .path("status")
                        .asString())
                .isNotEqualTo("READY");
        gives("org", person, "{\"section\":\"organisations\",\"record\":{\"inn\":\"77\"}}");
        JsonNode ready = until(person, requested, "READY");
        assertThat(ready.at("/progress/collected").asInt()).isEqualTo(6);
        // What had come is not asked for again.
        assertThat(SOURCES.findAll(getRequestedFor(urlEqualTo(path("payment", person)))))
                .hasSize(1);
    }

    @Test
    void what_a_crash_interrupted_is_taken_up_again() throws IOException {
        Person person = somebody();
        allGive(person);
        UUID id = UUID.randomUUID();
        // As a service that ended in the middle leaves it: every part was being fetched, and the leases are over.
        jdbc.sql("""
                        insert into data_request (id, person_id, kind, status, version, due_on, created_at)
                        values (:id, :person, 'EXPORT', 'COLLECTING', 1, current_date, now())
                        """).param("id", id).param("person", person.id().value()).update();
        for (String source : List.of("identity", "application", "payment", "org", "registry", "notification")) {
            jdbc.sql("insert into export_part (request_id, service, attempts, due_at) values (:id, :source, 1, now())")
                    .param("id", id)
                    .param("source", source)
                    .update();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> json(HttpMethod.GET, EXPORTS + "/" + id, bearer(person), null)
                        .path("status")
                        .asString()
                        .equals("READY"));
    }

    @Test
    void terms_follow_the_calendar_that_is_loaded() {
        Map<LocalDate, LocalDate> tenDaysAfter = Map.of(
                LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 23),
                LocalDate.of(2025, 10, 24), LocalDate.of(2025, 11, 10),
                LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 22));
        tenDaysAfter.forEach((asked, due) -> assertThat(RequestKind.EXPORT.dueOn(asked, workingDays.calendar()))
                .isEqualTo(due));
    }

    @Test
    void an_archive_expires_and_only_its_owner_gets_it() {
        Person person = somebody();
        Person other = somebody();
        allGive(person);
        JsonNode requested = requested(person);
        until(person, requested, "READY");
        String content = EXPORTS + "/" + id(requested) + "/content";
        call(HttpMethod.GET, content, bearer(other), null).expectStatus().isNotFound();
        call(HttpMethod.GET, EXPORTS + "/" + id(requested), bearer(other), null)
                .expectStatus()
                .isNotFound();
        call(HttpMethod.GET, content, TestTokens.client("partner-bank").bearer(), null)
                .expectStatus()
                .isForbidden();
        jdbc.sql("update data_request set expires_at = now() where id = :id")
                .param("id", UUID.fromString(id(requested)))
                .update();
        call(HttpMethod.GET, content, bearer(person), null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("archive_expired");
    }

    private static void allGive(Person person) {
        for (String source : List.of("application", "payment", "org", "registry")) {
            gives(source, person);
        }
    }

    private JsonNode requested(Person person) {
        JsonNode requested = json(HttpMethod.POST, EXPORTS, bearer(person), null);
        assertThat(requested.path("status").asString()).isEqualTo("COLLECTING");
        return requested;
    }

    private JsonNode until(Person person, JsonNode requested, String status) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> json(HttpMethod.GET, EXPORTS + "/" + id(requested), bearer(person), null),
                        now -> now.path("status").asString().equals(status));
    }

    private Map<String, byte[]> archive(Person person, JsonNode requested) throws IOException {
        byte[] bytes = call(HttpMethod.GET, EXPORTS + "/" + id(requested) + "/content", bearer(person), null)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String everythingStored() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(ARCHIVES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), UTF_8));
            }
        }
        return all.toString();
    }

    private static List<Path> partsLeft(JsonNode requested) throws IOException {
        UUID lines = UUID.nameUUIDFromBytes((id(requested) + "|application|lines").getBytes(UTF_8));
        List<Path> left = new ArrayList<>();
        try (var files = Files.walk(ARCHIVES)) {
            files.filter(file -> file.endsWith(lines.toString())).forEach(left::add);
        }
        return left;
    }

    private static String readable(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(Map<String, byte[]> archive, String name) {
        return new String(archive.get(name), UTF_8);
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asString();
    }
}
