package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import okno.local.Logins;
import okno.local.demo.Outside;
import okno.local.demo.Visitor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody registers through the gateway, confirms e-mail and phone at Keycloak and uses the portal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationIT {

    private static final Outside OUTSIDE = RunningOkno.outside();
    private static final Visitor ANYBODY = RunningOkno.portal().anybody();
    private static final Registrant PERSON = Registrant.registered();

    @Test
    void the_person_is_known_by_their_own_words_only() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode me = me().get("/api/v1/me").send().expect(200).json();
            assertThat(me.path("ial").asString()).isEqualTo("simplified");
            assertThat(me.toString()).contains(PERSON.typed("lastName"), PERSON.phone());
        });
    }

    @Test
    void the_journal_tells_of_the_log_in_and_the_new_password() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(me().get("/api/v1/me/audit?limit=100")
                        .send()
                        .expect(200)
                        .text())
                .contains("session.started", "credential.changed", "\"service\":\"keycloak\""));
    }

    @Test
    void a_one_stop_office_confirms_who_they_are_and_the_token_says_so() {
        Registrant visitor = Registrant.known();
        Map<String, Object> seen = Map.of(
                "snils",
                visitor.typed("snils"),
                "passport",
                Map.of(
                        "series",
                        "4514",
                        "number",
                        "654321",
                        "issuedBy",
                        "ОВД района Арбат города Москвы",
                        "issueDate",
                        "2014-06-20",
                        "unitCode",
                        "770-001"));
        String code = RunningOkno.people()
                .person("mfc")
                .post("/api/v1/mfc/confirmations")
                .json(seen)
                .send()
                .expect(201)
                .json()
                .path("code")
                .asString();

        visitor.visitor()
                .post("/api/v1/me/verifications")
                .json(Map.of("method", "MFC_CODE", "code", code))
                .send()
                .expect(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(claimsOf(visitor.token())).contains("\"ial\":\"confirmed\""));
    }

    @Test
    void the_registers_and_then_a_bank_tell_who_they_are_and_a_new_phone_counts_after_its_code() {
        Registrant citizen = Registrant.known();
        Map<String, Object> registers = Map.of("method", "REGISTERS", "passport", citizen.passport());
        assertThat(citizen.visitor()
                        .post("/api/v1/me/verifications")
                        .json(registers)
                        .send()
                        .expect(422)
                        .text())
                .contains("snils_unknown");
        citizen.enterIntoRegisters();
        citizen.visitor()
                .post("/api/v1/me/verifications")
                .json(registers)
                .send()
                .expect(201);

        JsonNode begun = citizen.visitor()
                .post("/api/v1/me/verifications")
                .json(Map.of("method", "BANK"))
                .send()
                .expect(201)
                .json();
        OUTSIDE.identify(
                URI.create(begun.path("page").asString()),
                Map.of(
                        "snils", citizen.typed("snils"),
                        "family_name", citizen.typed("lastName"),
                        "given_name", citizen.typed("firstName"),
                        "birthdate", citizen.typed("birthDate")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(claimsOf(citizen.token())).contains("\"ial\":\"confirmed\""));

        Instant since = Instant.now();
        String phone = Registrant.typed().get("phone");
        JsonNode change = citizen.visitor()
                .post("/api/v1/me/contact-changes")
                .json(Map.of("contact", "PHONE", "value", phone))
                .send()
                .expect(201)
                .json();
        OUTSIDE.message("sms", citizen.phone(), since, "Запрошена замена вашего телефона");
        citizen.visitor()
                .post("/api/v1/me/contact-changes/" + change.path("id").asString() + "/confirmation")
                .json(Map.of("code", OUTSIDE.codeSentTo(phone, since)))
                .send()
                .expect(204);
        assertThat(citizen.visitor().get("/api/v1/me").send().expect(200).text())
                .contains(phone);
    }

    @Test
    void a_stranger_who_types_the_snils_of_a_person_sees_the_same_answer_and_gets_no_letter() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> me().get("/api/v1/me").send().expect(200));
        Instant since = Instant.now();
        Map<String, String> stranger = Registrant.typed();
        stranger.put("snils", PERSON.typed("snils"));
        Map<String, String> free = Registrant.typed();

        JsonNode answer = ANYBODY.post("/api/v1/accounts")
                .json(stranger)
                .send()
                .expect(201)
                .json();
        ANYBODY.post("/api/v1/accounts").json(free).send().expect(201);

        assertThat(answer.path("status").asString()).isEqualTo("PENDING_CONFIRMATION");
        Registrant.letterTo(free.get("email"), since);
        assertThat(OUTSIDE.messages("mail", stranger.get("email"), since)).isEmpty();
    }

    @Test
    void nobody_logs_in_before_the_letter_is_read() {
        Instant since = Instant.now();
        Map<String, String> hasty = Registrant.typed();
        ANYBODY.post("/api/v1/accounts").json(hasty).send().expect(201);
        Registrant.letterTo(hasty.get("email"), since);

        assertThatThrownBy(() -> RunningOkno.logins().login(hasty.get("email"), Registrant.PASSWORD))
                .isInstanceOf(Logins.LoginRefused.class);
    }

    private static String claimsOf(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), UTF_8);
    }

    private static Visitor me() {
        return PERSON.visitor();
    }
}
