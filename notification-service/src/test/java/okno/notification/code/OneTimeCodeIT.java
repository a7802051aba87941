package okno.notification.code;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import okno.notification.NotificationServiceSetup;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ExtendWith(OutputCaptureExtension.class)
class OneTimeCodeIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String person = UUID.randomUUID().toString();

    @Test
    void a_code_is_sent_at_once_and_stands_in_no_table_and_no_log(CapturedOutput log) {
        send("7381649052", Instant.now().plusSeconds(120)).expectStatus().isEqualTo(202);

        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString())
                .isEqualTo("Код для подписания: 7381649052. Никому его не сообщайте. Окно");
        assertThat(log.getAll()).doesNotContain("7381649052", phoneOf(person));
        assertThat(jdbc.sql("select count(*) from notification where person_id = :id")
                        .param("id", person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_code_waits_for_a_busy_gateway_as_long_as_it_is_good() {
        OUTSIDE.stubFor(WireMock.post(SMS).willReturn(aResponse().withStatus(503)));
        send("111222", Instant.now().plusSeconds(120)).expectStatus().isEqualTo(202);
        await().atMost(SOON).until(() -> smsTo(person).size() >= 2);

        smsWorks();

        await().atMost(SOON).until(() -> smsTo(person).size() >= 3);
        int sent = smsTo(person).size();
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> smsTo(person).size() == sent);
        assertThat(smsTo(person))
                .extracting(sms -> sms.get("clientMessageId").asString())
                .containsOnly(smsTo(person).getFirst().get("clientMessageId").asString());
    }

    @Test
    void a_code_for_a_new_address_is_a_letter() {
        String address = person + "@okno.example";
        Map<String, Object> code = new HashMap<>(code("918273", Instant.now().plusSeconds(120)));
        code.remove("phone");
        code.put("email", address);
        post(code).expectStatus().isEqualTo(422);
        code.put("purpose", "CONTACT");
        post(code).expectStatus().isEqualTo(202);

        await().atMost(SOON)
                .until(() -> Arrays.stream(MAIL.getReceivedMessages()).anyMatch(letter -> isTo(letter, address)));
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return letter.getAllRecipients()[0].toString().contains(address)
                    && letter.getSubject().equals("Код подтверждения адреса");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void expired_codes_and_people_are_refused() {
        send("333444", Instant.now().minusSeconds(1)).expectStatus().isEqualTo(422);
        http.post()
                .uri("/internal/one-time-codes")
                .header("Authorization", TestTokens.person(person).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(code("555666", Instant.now().plusSeconds(120)))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(smsTo(person)).isEmpty();
    }

    private RestTestClient.ResponseSpec send(String code, Instant expiresAt) {
        return post(code(code, expiresAt));
    }

    private RestTestClient.ResponseSpec post(Map<String, Object> code) {
        return http.post()
                .uri("/internal/one-time-codes")
                .header("Authorization", TestTokens.service("identity-service").bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(code)
                .exchange();
    }

    private Map<String, Object> code(String code, Instant expiresAt) {
        return Map.of(
                "personId",
                person,
                "phone",
                phoneOf(person),
                "language",
                "ru",
                "code",
                code,
                "purpose",
                "SIGNATURE",
                "expiresAt",
                expiresAt.toString());
    }
}
