package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okno.local.demo.Answer;
import okno.local.demo.Outside;
import okno.local.demo.People;
import okno.local.demo.Visitor;
import okno.local.demo.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A citizen lets another one apply for a certificate, looks at what was done, and takes it back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PowerOfAttorneyIT {

    private static final String POWERS = "/api/v1/powers-of-attorney";
    private static final String SERVICE = "residence-certificate";
    private static final Outside OUTSIDE = RunningOkno.outside();
    private static final Visitor PRINCIPAL = RunningOkno.people().person("citizen");
    private static final Visitor REPRESENTATIVE = RunningOkno.people().person("citizen2");
    /** Of the demo user citizen2, as identity-service has it. */
    private static final Map<String, String> NAMED =
            Map.of("lastName", "Петров", "firstName", "Олег", "middleName", "Ильич", "snils", "100-000-002 11");

    private static String power;
    private static Visitor acting;
    private static JsonNode draft;
    private static JsonNode submitted;

    @BeforeAll
    static void play() {
        JsonNode written = PRINCIPAL
                .post(POWERS)
                .json(Map.of(
                        "representative",
                        NAMED,
                        "services",
                        List.of(SERVICE),
                        "permissions",
                        List.of("applications.draft", "applications.submit", "applications.view", "profile.prefill")))
                .send()
                .expect(201)
                .json();
        power = POWERS + "/" + written.path("id").asString();
        PRINCIPAL
                .post(power + "/signature")
                .json(Map.of("signatureId", sign(written.path("documentSha256").asString())))
                .send()
                .expect(200);
        Waiting.until(Duration.ofSeconds(30), "power of attorney", () -> Optional.of(
                        REPRESENTATIVE.get(power).send())
                .filter(answer -> answer.status() == 200));
        acting = REPRESENTATIVE.actingFor("citizen", () -> REPRESENTATIVE
                .post(power + "/acting-token")
                .send()
                .expect(201)
                .json()
                .path("token")
                .asString());
        draft = acting.post("/api/v1/applications")
                .json(Map.of("serviceCode", SERVICE))
                .send()
                .expect(201)
                .json();
        submitted = acting.post(application() + "/submission")
                .json(Map.of())
                .send()
                .expect(201)
                .json();
    }

    @Test
    @Order(1)
    void the_draft_is_prefilled_with_the_principals_data() {
        assertThat(draft.at("/form/lastName").asString()).isEqualTo("Иванова");
    }

    @Test
    @Order(1)
    void the_application_is_the_principals_and_says_who_acted() {
        assertThat(submitted.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(PRINCIPAL.get(application() + "/history").send().expect(200).text())
                .contains(power.substring(POWERS.length() + 1));
        REPRESENTATIVE.get(application()).send().expect(404);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(PRINCIPAL
                        .get("/api/v1/me/data-access?limit=100")
                        .send()
                        .expect(200)
                        .text())
                .contains("application.submitted", "power of attorney " + power.substring(POWERS.length() + 1)));
    }

    @Test
    @Order(1)
    void what_the_power_does_not_name_is_closed() {
        assertThat(acting.post("/api/v1/applications")
                        .json(Map.of("serviceCode", "ip-registration"))
                        .send()
                        .expect(403)
                        .text())
                .contains("poa_no_power");
        acting.get("/api/v1/me").send().expect(403);
        acting.post("/api/v1/signatures").json(Map.of()).send().expect(403);
        acting.post(POWERS).json(Map.of()).send().expect(403);
    }

    @Test
    @Order(1)
    void others_find_no_such_power() {
        Visitor stranger = RunningOkno.people().person("head");
        stranger.get(power).send().expect(404);
        stranger.post(power + "/acting-token").send().expect(404);
        stranger.post(power + "/revocation").send().expect(404);
    }

    @Test
    @Order(2)
    void revoked_it_is_refused_everywhere_within_five_seconds() {
        Instant before = Instant.now();
        PRINCIPAL.post(power + "/revocation").send().expect(200);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> acting.get(application()).send().expect(403));
        REPRESENTATIVE.post(power + "/acting-token").send().expect(409);
        Waiting.until(
                Duration.ofSeconds(20), "notice", () -> Optional.of(OUTSIDE.messages("sms", "+79160000002", before))
                        .filter(messages -> !messages.isEmpty()));
    }

    private static String application() {
        return "/api/v1/applications/" + draft.path("id").asString();
    }

    private static String sign(String sha256) {
        Instant before = Instant.now();
        Answer started = PRINCIPAL
                .post("/api/v1/signatures")
                .json(Map.of("documentSha256", sha256, "kind", "SIMPLE"))
                .send()
                .expect(201);
        String id = started.json().path("id").asString();
        String code = OUTSIDE.codeSentTo(People.CITIZEN_PHONE, before);
        PRINCIPAL
                .post("/api/v1/signatures/" + id + "/confirmation")
                .json(Map.of("code", code))
                .send()
                .expect(200);
        return id;
    }
}
