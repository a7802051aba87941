package okno.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import okno.notification.NotificationServiceSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Letters that come back, as relays report it (RFC 3464). */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class BounceIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final GreenMail BOUNCES = new GreenMail(ServerSetup.IMAP.dynamicPort());

    @DynamicPropertySource
    static void mailbox(DynamicPropertyRegistry properties) {
        BOUNCES.start();
        BOUNCES.setUser("bounces@okno.example", "bounces", "secret");
        properties.add("OKNO_BOUNCE_ADDRESS", () -> "bounces@okno.example");
        properties.add("OKNO_BOUNCE_HOST", () -> "localhost");
        properties.add("OKNO_BOUNCE_PORT", () -> BOUNCES.getImap().getPort());
        properties.add("OKNO_BOUNCE_USER", () -> "bounces");
        properties.add("OKNO_BOUNCE_PASSWORD", () -> "secret");
        properties.add("OKNO_BOUNCE_TLS", () -> "false");
        properties.add("okno.notification.email.bounces.look", () -> "200ms");
    }

    @AfterAll
    static void stop() {
        BOUNCES.stop();
    }

    private MimeMessage acceptedLetterTo(String person) {
        applicationBecomes(person, "APPROVED");
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).contains("EMAIL ACCEPTED"));
        return lettersTo(person).getFirst();
    }

    private static void comesBack(String messageId, String action, String status) throws Exception {
        arrives("""
                From: MAILER-DAEMON@mx.example
                To: bounces@okno.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                I'm sorry to have to inform you.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Thu, 26 Nov 2026 03:00:00 +0000

                Final-Recipient: rfc822; nobody@okno.example
                Action: %s
                Status: %s (nobody of that name)
                Diagnostic-Code: smtp; 550 nobody@okno.example

                --b1
                Content-Type: text/rfc822-headers

                From: no-reply@okno.example
                Message-ID: %s
                Subject: x

                --b1--
                """.formatted(action, status, messageId));
    }

    private static void arrives(String message) throws Exception {
        GreenMailUser user = BOUNCES.getUserManager().getUser("bounces");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static List<MimeMessage> mailbox() {
        return List.of(BOUNCES.getReceivedMessages());
    }

    @Test
    void a_letter_that_comes_back_has_failed_for_the_reason_that_the_relay_gave() throws Exception {
        String person = aPerson("ru");
        MimeMessage letter = acceptedLetterTo(person);
        assertThat(letter.getHeader("Return-Path", null)).isEqualTo("<bounces@okno.example>");

        comesBack(letter.getMessageID(), "failed", "5.1.1");

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).contains("EMAIL FAILED"));
        JsonNode history = body(read(person, "/api/v1/notifications/history"));
        assertThat(history.at("/items/0/deliveries").findValuesAsString("reason"))
                .contains("provider:5.1.1");
        assertThat(history.toString()).doesNotContain("nobody");
        await().atMost(SOON).until(() -> mailbox().isEmpty());
    }

    @Test
    void a_letter_that_is_reported_as_delivered_is_and_a_delay_is_no_verdict() throws Exception {
        String person = aPerson("ru");
        MimeMessage letter = acceptedLetterTo(person);
        comesBack(letter.getMessageID(), "delayed", "4.2.2");
        await().atMost(SOON).until(() -> mailbox().size() == 1 && seen(mailbox().getFirst()));
        assertThat(deliveries(person)).contains("EMAIL ACCEPTED");
        BOUNCES.purgeEmailFromAllMailboxes();

        comesBack(letter.getMessageID(), "delivered", "2.0.0");

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).contains("EMAIL DELIVERED"));
    }

    @Test
    void what_is_no_report_or_about_no_letter_of_ours_changes_nothing_and_stays_for_people() throws Exception {
        String person = aPerson("ru");
        MimeMessage letter = acceptedLetterTo(person);
        arrives("From: ivanova@okno.example\nSubject: Re: hello\nIn-Reply-To: " + letter.getMessageID()
                + "\n\nThanks!\n");
        comesBack("<x@elsewhere.example>", "failed", "5.1.1");
        comesBack("<" + UUID.randomUUID() + ".email@okno>", "failed", "5.1.1");
        comesBack(letter.getMessageID(), "failed", "5.2.2");

        await().atMost(SOON).untilAsserted(() -> assertThat(history(person)).contains("provider:5.2.2"));
        await().atMost(SOON)
                .until(() -> mailbox().size() == 2 && mailbox().stream().allMatch(BounceIT::seen));
        BOUNCES.purgeEmailFromAllMailboxes();
    }

    private List<String> history(String person) {
        return body(read(person, "/api/v1/notifications/history")).findValuesAsString("reason");
    }

    private static boolean seen(MimeMessage message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
