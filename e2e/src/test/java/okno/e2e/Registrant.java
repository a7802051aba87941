package okno.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.local.Logins;
import okno.local.demo.Visitor;
import tools.jackson.databind.JsonNode;

/** Somebody whom nobody knew before: registers, confirms e-mail and phone, logs in with a code by SMS. */
final class Registrant {

    static final String PASSWORD = "Own-1-password-of-mine";

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Map<String, String> typed = typed();
    private Logins.Tokens session;

    /** Everything that a new person types; numbers and addresses of nobody else. */
    static Map<String, String> typed() {
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

    /** Somebody who has registered; the person comes to be a moment later. */
    static Registrant registered() {
        Registrant registrant = new Registrant();
        registrant.register();
        return registrant;
    }

    /** Somebody who has registered and is a person of the portal. */
    static Registrant known() {
        Registrant registrant = registered();
        await().atMost(SOON)
                .untilAsserted(
                        () -> registrant.visitor().get("/api/v1/me").send().expect(200));
        return registrant;
    }

    private void register() {
        Instant since = Instant.now();
        JsonNode answer = RunningOkno.portal()
                .anybody()
                .post("/api/v1/accounts")
                .json(typed)
                .send()
                .expect(201)
                .json();
        assertThat(answer.path("status").asString()).isEqualTo("PENDING_CONFIRMATION");
        RunningOkno.logins().confirmAccount(letterTo(email(), since), () -> codeSince(since), PASSWORD);
    }

    /** What was typed, by the name of the field. */
    String typed(String field) {
        return typed.get(field);
    }

    String email() {
        return typed("email");
    }

    String phone() {
        return typed("phone");
    }

    /** The six digits of the newest SMS to this person. */
    String codeSince(Instant since) {
        return RunningOkno.outside().codeSentTo(phone(), since);
    }

    /** A passport that nobody else has. */
    Map<String, String> passport() {
        return Map.of(
                "series", "4514",
                "number", phone().substring(6),
                "issuedBy", "ОВД района Арбат города Москвы",
                "issueDate", "2014-06-20",
                "unitCode", "770-001");
    }

    /** Makes the registers of insured persons and of passports know this person. */
    void enterIntoRegisters() {
        RunningOkno.outside()
                .enterIntoRegisters(Map.of(
                        "snils", typed("snils"),
                        "series", "4514",
                        "number", phone().substring(6),
                        "issueDate", "2014-06-20",
                        "lastName", typed("lastName"),
                        "firstName", typed("firstName"),
                        "birthDate", typed("birthDate")));
    }

    /** With a code by SMS; later tokens come by refreshing, as an app would do it. */
    Visitor visitor() {
        return RunningOkno.portal().visitor("new person", this::token);
    }

    synchronized String token() {
        if (session == null) {
            Instant since = Instant.now();
            session = RunningOkno.logins().loginWithCode(email(), PASSWORD, () -> codeSince(since));
        } else {
            session = RunningOkno.logins().refresh(String.valueOf(session.refreshToken()), null);
        }
        return session.accessToken();
    }

    static URI letterTo(String address, Instant since) {
        Matcher link = LINK.matcher(RunningOkno.outside()
                .message("mail", address, since, "action-token")
                .path("text")
                .asString());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
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
