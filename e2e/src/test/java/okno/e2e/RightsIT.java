package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import okno.local.Logins;
import okno.local.demo.People;
import okno.local.demo.Visitor;
import okno.local.demo.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person lets a partner read, takes it back, gets a copy of everything, has a mistake corrected and ends the account. It
 * is played once, in this order; each test looks at one of its effects.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RightsIT {

    private static final String[] SERVICES = {
        "application-service",
        "identity-service",
        "notification-service",
        "org-service",
        "payment-service",
        "registry-service",
        "webhook-service"
    };
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Visitor ADMIN = RunningOkno.people().person("admin");

    private static Registrant person;
    private static Visitor me;
    private static String subject;
    private static RegisteredClient partner;
    private static String readByConsent;
    private static Duration untilRefused;
    private static HTTPResponse refused;
    private static String accesses;
    private static final Map<String, byte[]> ARCHIVE = new LinkedHashMap<>();
    private static Instant copyAsked;
    private static JsonNode corrected;
    private static JsonNode erasure;

    @BeforeAll
    static void play() throws Exception {
        person = Registrant.known();
        me = RunningOkno.portal().visitor("new person", person::token);
        subject = me.get("/api/v1/me").send().expect(200).json().path("id").asString();
        usePortal();
        partner = RegisteredClient.of("Банк Ромашка", "okno.identity");
        String consent = giveConsent();
        readAndWithdraw(consent);
        copy();
        correct();
        erase();
    }

    /** Something in other services, too. */
    private static void usePortal() {
        person.enterIntoRegisters();
        me.post("/api/v1/me/verifications")
                .json(Map.of("method", "REGISTERS", "passport", person.passport()))
                .send()
                .expect(201);
        me = withLevel("standard");
        var draft = me.post("/api/v1/applications")
                .json(Map.of("serviceCode", "residence-certificate"))
                .send()
                .expect(201);
        String path = "/api/v1/applications/" + draft.json().path("id").asString();
        me.patch(path)
                .text(
                        "application/merge-patch+json",
                        "{\"form\": {\"address\": \"г. Москва, ул. Арбат, д. 1\", \"period\": {\"from\": \"2024-01-01\"}}}")
                .header("If-Match", draft.header("ETag"))
                .send()
                .expect(200);
        me.post(path + "/submission").json(Map.of()).send().expect(201, 202);
        me.post("/api/v1/extracts")
                .json(Map.of("register", "egrul", "key", People.COMPANY.get("ogrn"), "kind", "SHORT", "format", "PDF"))
                .send()
                .expect(201);
    }

    /** The level is in the token from a refresh on. */
    private static Visitor withLevel(String ial) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> claims(person.token()).contains("\"ial\":\"" + ial + "\""));
        return RunningOkno.portal().visitor("new person", person::token);
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), UTF_8);
    }

    private static String giveConsent() {
        Instant since = Instant.now();
        String consent = me.post("/api/v1/me/consents")
                .json(Map.of(
                        "purpose",
                        "Рассмотрение заявки на кредит",
                        "fields",
                        List.of("NAME", "PHONE"),
                        "recipient",
                        partner.clientId(),
                        "until",
                        LocalDate.now().plusMonths(3).toString()))
                .send()
                .expect(201)
                .json()
                .path("id")
                .asString();
        me.post("/api/v1/me/consents/" + consent + "/confirmation")
                .json(Map.of("code", person.codeSince(since)))
                .send()
                .expect(200);
        return consent;
    }

    private static void readAndWithdraw(String consent) throws Exception {
        DPoPAccessToken token = partner.own("okno.identity");
        String path = "/api/v1/partner/persons/" + subject;
        readByConsent = partner.get(path, token).getBody();
        accesses = await().atMost(PATIENCE)
                .until(
                        () -> me.get("/api/v1/me/data-access?limit=100")
                                .send()
                                .expect(200)
                                .text(),
                        seen -> seen.contains(partner.clientId()));
        me.delete("/api/v1/me/consents/" + consent).send().expect(204);
        Instant withdrawn = Instant.now();
        refused = await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> partner.get(path, token), answer -> answer.getStatusCode() != 200);
        untilRefused = Duration.between(withdrawn, Instant.now());
    }

    private static void copy() throws IOException {
        copyAsked = Instant.now();
        String path = "/api/v1/me/data-exports/"
                + me.post("/api/v1/me/data-exports")
                        .send()
                        .expect(202)
                        .json()
                        .path("id")
                        .asString();
        awaitStatus(me, path, "READY");
        byte[] zip = me.get(path + "/content")
                .header("Accept", "*/*")
                .send()
                .expect(200)
                .body();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ARCHIVE.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    private static void correct() {
        String id = me.post("/api/v1/me/data-corrections")
                .json(Map.of("field", "LAST_NAME", "value", "Верная", "evidence", "Свидетельство о браке"))
                .send()
                .expect(201)
                .json()
                .path("id")
                .asString();
        grant(id);
        corrected = awaitStatus(me, "/api/v1/me/data-corrections/" + id, "APPLIED");
    }

    private static void erase() {
        // The first copy and the corrected name were told by SMS before the account ends.
        RunningOkno.outside().message("sms", person.phone(), copyAsked, "Копия ваших данных готова");
        RunningOkno.outside().message("sms", person.phone(), copyAsked, "Ваши данные исправлены");
        assertThat(me.get("/api/v1/me").send().expect(200).text()).contains("Верная");
        JsonNode asked = me.post("/api/v1/me/erasures").send().expect(201, 202).json();
        grant(asked.path("id").asString());
        erasure = Waiting.until(PATIENCE, "erasure", () -> Optional.of(RunningOkno.portal()
                        .anybody()
                        .get("/api/v1/erasures/" + asked.path("id").asString())
                        .header("Okno-Receipt", asked.path("receipt").asString())
                        .send()
                        .expect(200)
                        .json())
                .filter(now -> now.path("status").asString().equals("COMPLETED")));
    }

    @Test
    void the_partner_reads_exactly_what_was_allowed_and_the_person_sees_who_read() {
        JsonNode read = JSON.readTree(readByConsent);
        assertThat(read.path("phone").asString()).isEqualTo(person.phone());
        assertThat(read.path("lastName").asString()).isEqualTo("Новикова");
        assertThat(readByConsent).doesNotContain(person.typed("snils"), person.email());
        assertThat(accesses).contains("person.read_by_consent", partner.clientId());
    }

    @Test
    void a_withdrawal_is_effective_within_five_seconds() {
        assertThat(refused.getStatusCode()).isEqualTo(404);
        assertThat(untilRefused).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void the_copy_is_readable_by_people_and_by_programs_and_has_a_part_of_each_service() {
        assertThat(ARCHIVE).containsKeys("readme.pdf", "manifest.json", "data/identity.json", "data/application.json");
        assertThat(Pdf.text(ARCHIVE.get("readme.pdf"))).contains("Новикова", person.phone());
        JsonNode identity = JSON.readTree(ARCHIVE.get("data/identity.json"));
        assertThat(identity.toString()).contains(person.typed("snils"), person.email(), "person.read_by_consent");
        assertThat(JSON.readTree(ARCHIVE.get("data/application.json")).toString())
                .contains("residence-certificate", "ул. Арбат");
        assertThat(JSON.readTree(ARCHIVE.get("data/registry.json")).toString()).contains(People.COMPANY.get("ogrn"));
        assertThat(JSON.readTree(ARCHIVE.get("data/notification.json")).isMissingNode())
                .isFalse();
        JsonNode manifest = JSON.readTree(ARCHIVE.get("manifest.json"));
        assertThat(manifest.path("complete").asBoolean()).isTrue();
        assertThat(manifest.path("services").valueStream().map(given -> given.path("service")
                        .asString()))
                .containsExactlyInAnyOrder("identity", "application", "notification", "payment", "org", "registry");
        assertThat(ARCHIVE.keySet()).anyMatch(name -> name.startsWith("files/registry/"));
    }

    @Test
    void the_correction_is_answered_with_its_ground() {
        assertThat(corrected.path("ground").asString()).isEqualTo("LAWFUL");
        assertThat(corrected.path("comment").asString()).isEqualTo("Исполняется");
    }

    @Test
    void every_service_answers_the_erasure_and_what_is_kept_is_named_with_its_law() {
        assertThat(erasure.path("answers").valueStream().map(answer -> answer.path("service")
                        .asString()))
                .containsExactlyInAnyOrder(SERVICES);
        assertThat(erasure.toString())
                .contains(
                        "{\"what\":\"extract\",\"count\":1}",
                        "submitted_application",
                        "210-FZ art. 7",
                        "consent",
                        "152-FZ art. 9 p. 3",
                        "audit_entry")
                .doesNotContain("Верная", person.phone(), person.email());
    }

    @Test
    void after_the_end_nobody_logs_in_and_the_partner_finds_nobody() throws Exception {
        assertThatThrownBy(() -> RunningOkno.logins().login(person.email(), Registrant.PASSWORD))
                .isInstanceOf(Logins.LoginRefused.class);
        assertThat(partner.get("/api/v1/partner/persons/" + subject, partner.own("okno.identity"))
                        .getStatusCode())
                .isEqualTo(404);
    }

    private static void grant(String request) {
        ADMIN.post("/api/v1/data-requests/" + request + "/decision")
                .json(Map.of("granted", true, "ground", "LAWFUL", "comment", "Исполняется"))
                .send()
                .expect(200);
    }

    private static JsonNode awaitStatus(Visitor visitor, String path, String status) {
        return Waiting.until(PATIENCE, path + " " + status, () -> Optional.of(
                        visitor.get(path).send().expect(200).json())
                .filter(now -> now.path("status").asString().equals(status)));
    }
}
