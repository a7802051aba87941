package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.local.Logins;
import okno.local.demo.Outside;
import okno.local.demo.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody registers through the gateway, confirms e-mail and phone at Keycloak and uses the portal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");
    private static final String PASSWORD = "Own-1-password-of-mine";

    private static final Logins LOGINS = RunningOkno.logins();
    private static final Outside OUTSIDE = RunningOkno.outside();
    private static final Visitor ANYBODY = RunningOkno.portal().anybody();

    private static final Map<String, String> TYPED = typed();
    private static final Map<String, Logins.Tokens> SESSIONS = new ConcurrentHashMap<>();
    private static String token = "";

    @BeforeAll
    static void play() {
        register(TYPED);
        token = token(TYPED);
    }

    private static void register(Map<String, String> typed) {
        Instant since = Instant.now();
        JsonNode answer =
                ANYBODY.post("/api/v1/accounts").json(typed).send().expect(201).json();
        assertThat(answer.path("status").asString()).isEqualTo("PENDING_CONFIRMATION");

        URI letter = letterTo(typed.get("email"), since);
        LOGINS.confirmAccount(letter, () -> OUTSIDE.codeSentTo(typed.get("phone"), since), PASSWORD);
    }

    @Test
    void the_person_is_known_by_their_own_words_only() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode me = me().get("/api/v1/me").send().expect(200).json();
            assertThat(me.path("ial").asString()).isEqualTo("simplified");
            assertThat(me.toString()).contains(TYPED.get("lastName"), TYPED.get("phone"));
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
        Map<String, String> visitor = typed();
        register(visitor);
        Map<String, Object> seen = Map.of(
                "snils",
                visitor.get("snils"),
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

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> visitor(visitor).get("/api/v1/me").send().expect(200));
        visitor(visitor)
                .post("/api/v1/me/verifications")
                .json(Map.of("method", "MFC_CODE", "code", code))
                .send()
                .expect(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(claimsOf(token(visitor))).contains("\"ial\":\"confirmed\""));
    }

    @Test
    void the_registers_and_then_a_bank_tell_who_they_are_and_a_new_phone_counts_after_its_code() {
        Map<String, String> citizen = typed();
        register(citizen);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> visitor(citizen).get("/api/v1/me").send().expect(200));
        Map<String, Object> passport = Map.of(
                "series", "4514",
                "number", citizen.get("phone").substring(6),
                "issuedBy", "ОВД района Арбат города Москвы",
                "issueDate", "2014-06-20",
                "unitCode", "770-001");
        Map<String, Object> registers = Map.of("method", "REGISTERS", "passport", passport);
        assertThat(visitor(citizen)
                        .post("/api/v1/me/verifications")
                        .json(registers)
                        .send()
                        .expect(422)
                        .text())
                .contains("snils_unknown");
        OUTSIDE.enterIntoRegisters(Map.of(
                "snils", citizen.get("snils"),
                "series", "4514",
                "number", citizen.get("phone").substring(6),
                "issueDate", "2014-06-20",
                "lastName", citizen.get("lastName"),
                "firstName", citizen.get("firstName"),
                "birthDate", citizen.get("birthDate")));
        visitor(citizen).post("/api/v1/me/verifications").json(registers).send().expect(201);

        JsonNode begun = visitor(citizen)
                .post("/api/v1/me/verifications")
                .json(Map.of("method", "BANK"))
                .send()
                .expect(201)
                .json();
        OUTSIDE.identify(
                URI.create(begun.path("page").asString()),
                Map.of(
                        "snils", citizen.get("snils"),
                        "family_name", citizen.get("lastName"),
                        "given_name", citizen.get("firstName"),
                        "birthdate", citizen.get("birthDate")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(claimsOf(token(citizen))).contains("\"ial\":\"confirmed\""));

        Instant since = Instant.now();
        String phone = typed().get("phone");
        JsonNode change = visitor(citizen)
                .post("/api/v1/me/contact-changes")
                .json(Map.of("contact", "PHONE", "value", phone))
                .send()
                .expect(201)
                .json();
        OUTSIDE.message("sms", citizen.get("phone"), since, "Запрошена замена вашего телефона");
        visitor(citizen)
                .post("/api/v1/me/contact-changes/" + change.path("id").asString() + "/confirmation")
                .json(Map.of("code", OUTSIDE.codeSentTo(phone, since)))
                .send()
                .expect(204);
        assertThat(visitor(citizen).get("/api/v1/me").send().expect(200).text()).contains(phone);
    }

    @Test
    void a_stranger_who_types_the_snils_of_a_person_sees_the_same_answer_and_gets_no_letter() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> me().get("/api/v1/me").send().expect(200));
        Instant since = Instant.now();
        Map<String, String> stranger = typed();
        stranger.put("snils", TYPED.get("snils"));
        Map<String, String> free = typed();

        JsonNode answer = ANYBODY.post("/api/v1/accounts")
                .json(stranger)
                .send()
                .expect(201)
                .json();
        ANYBODY.post("/api/v1/accounts").json(free).send().expect(201);

        assertThat(answer.path("status").asString()).isEqualTo("PENDING_CONFIRMATION");
        letterTo(free.get("email"), since);
        assertThat(OUTSIDE.messages("mail", stranger.get("email"), since)).isEmpty();
    }

    @Test
    void nobody_logs_in_before_the_letter_is_read() {
        Instant since = Instant.now();
        Map<String, String> hasty = typed();
        ANYBODY.post("/api/v1/accounts").json(hasty).send().expect(201);
        letterTo(hasty.get("email"), since);

        assertThatThrownBy(() -> LOGINS.login(hasty.get("email"), PASSWORD)).isInstanceOf(Logins.LoginRefused.class);
    }

    /** With a code by SMS; later tokens come by refreshing, as an app would do it. */
    private static Visitor visitor(Map<String, String> typed) {
        return RunningOkno.portal().visitor("visitor", () -> token(typed));
    }

    private static String token(Map<String, String> typed) {
        return SESSIONS.compute(
                        typed.get("email"),
                        (email, known) -> known == null
                                ? logIn(email, typed.get("phone"))
                                : LOGINS.refresh(String.valueOf(known.refreshToken()), null))
                .accessToken();
    }

    private static Logins.Tokens logIn(String email, String phone) {
        Instant since = Instant.now();
        return LOGINS.loginWithCode(email, PASSWORD, () -> OUTSIDE.codeSentTo(phone, since));
    }

    private static String claimsOf(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), UTF_8);
    }

    private static Visitor me() {
        return RunningOkno.portal().visitor("new person", () -> token);
    }

    private static URI letterTo(String address, Instant since) {
        Matcher link = LINK.matcher(OUTSIDE.message("mail", address, since, "action-token")
                .path("text")
                .asString());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }

    private static Map<String, String> typed() {
        int n = ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("lastName", "Новикова");
        typed.put("firstName", "Елена");
        typed.put("birthDate", "1994-06-01");
        typed.put("snils", snils(n));
        typed.put("phone", "+79" + n);
        typed.put("email", "novikova" + n + "@okno.example");
        return typed;
    }

    /** With its check number: the sum of the digits times their places from the right, modulo 101. */
    private static String snils(int body) {
        String digits = Integer.toString(body);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return digits + "%02d".formatted(sum % 101 % 100);
    }
}
