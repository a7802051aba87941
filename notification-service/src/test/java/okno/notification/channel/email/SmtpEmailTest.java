package okno.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.MessageChannelContract;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpEmailTest extends MessageChannelContract {

    private final ScriptedRelay relay = new ScriptedRelay();
    private final SmtpEmail channel = to(relay.port(), null);

    private static SmtpEmail to(int port, Path dkimKey) {
        var server = new EmailProperties.Server("mail-1", "localhost", port, "", "", false);
        var properties = new EmailProperties(
                "no-reply@okno.example",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                List.of(server),
                new EmailProperties.Bounces("bounces@okno.example", "", 993, "", "", true),
                new EmailProperties.Dkim("okno.example", "s1", dkimKey));
        return new SmtpEmail(server, properties, DkimKeys.signer(properties.dkim()), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        channel.close();
        relay.close();
    }

    @Override
    protected MessageChannel channel() {
        return channel;
    }

    @Override
    protected MessageChannel unreachable() {
        return to(1, null);
    }

    @Override
    protected String address() {
        return "ivanova@okno.example";
    }

    @Override
    protected void providerAccepts() {
        relay.onSender = "250 ok";
        relay.onRecipient = "250 ok";
        relay.onLetter = "250 queued";
    }

    @Override
    protected void providerRefusesTheAddress() {
        relay.onRecipient = "550 no such user";
    }

    @Override
    protected void providerIsBusy() {
        relay.onRecipient = "451 later";
    }

    @Override
    protected void providerFallsSilent() {
        relay.onLetter = "";
    }

    @Override
    protected long given(OutgoingMessage message) {
        return relay.letters.stream()
                .filter(letter -> letter.contains("<" + message.id() + "@okno>"))
                .count();
    }

    @Test
    void a_letter_has_text_and_html_and_can_be_unsubscribed_with_one_click() throws Exception {
        channel.send(message());

        MimeMessage letter = parsed(relay.letters.getFirst());
        var parts = (MimeMultipart) letter.getContent();
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo(TEXT);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(letter.getSubject()).isEqualTo("Заявление подано");
        assertThat(letter.getHeader("List-Unsubscribe", null))
                .isEqualTo("<https://okno.example/api/v1/notifications/unsubscriptions/abc>");
        assertThat(letter.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

    @Test
    void a_letter_that_nobody_may_turn_off_has_no_such_link() throws Exception {
        var message = message();
        channel.send(new OutgoingMessage(
                message.id(), message.address(), message.title(), message.text(), message.html(), null, true));

        assertThat(parsed(relay.letters.getFirst()).getHeader("List-Unsubscribe"))
                .isNull();
    }

    @Test
    void one_connection_carries_many_letters_and_a_dead_one_is_replaced_unnoticed() {
        for (int i = 0; i < 5; i++) {
            assertThat(channel.send(message())).isInstanceOf(SendOutcome.Accepted.class);
        }
        assertThat(relay.connections).hasValue(1);

        relay.onLetter = "";
        channel.send(message());
        providerAccepts();
        assertThat(channel.send(message())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void a_letter_refused_for_its_content_is_refused_for_good() {
        relay.onLetter = "554 not like this";

        assertThat(channel.send(message())).isEqualTo(new SendOutcome.Refused("letter_refused_554"));
    }

    @Test
    void a_letter_put_off_by_the_relay_was_surely_not_taken() {
        relay.onLetter = "452 disk full";

        assertThat(channel.send(message())).isInstanceOf(SendOutcome.Unavailable.class);
    }

    /** Verified here by RFC 6376 itself, relaxed body, so that the signer does not judge itself. */
    @Test
    void with_a_key_letters_are_signed_and_the_signature_covers_the_unsubscribe_headers(@TempDir Path directory)
            throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Path key = Files.writeString(
                directory.resolve("dkim.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        try (SmtpEmail signing = to(relay.port(), key)) {
            assertThat(signing.send(message())).isInstanceOf(SendOutcome.Accepted.class);
        }
        String letter = relay.letters.getFirst();
        String headers = letter.substring(0, letter.indexOf("\r\n\r\n") + 2);
        String body = letter.substring(letter.indexOf("\r\n\r\n") + 4);
        String signature = headerLines(headers, "DKIM-Signature").getFirst();
        String tags = signature.substring(signature.indexOf(':') + 1).replaceAll("\\s+", "");

        assertThat(tags).contains("d=okno.example;", "s=s1;", "a=rsa-sha256;", "c=relaxed/relaxed;");
        List<String> signed = Arrays.asList(tag(tags, "h").split(":"));
        assertThat(signed).contains("From", "List-Unsubscribe", "List-Unsubscribe-Post");
        byte[] bodyHash = MessageDigest.getInstance("SHA-256").digest(relaxedBody(body));
        assertThat(tag(tags, "bh")).isEqualTo(Base64.getEncoder().encodeToString(bodyHash));

        String toSign = signed.stream()
                        .map(name -> relaxed(headerLines(headers, name).getLast()))
                        .collect(Collectors.joining("\r\n", "", "\r\n"))
                + relaxed(signature.replaceAll("([;\\s])b=[^;]*$", "$1b="));
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(pair.getPublic());
        rsa.update(toSign.getBytes(StandardCharsets.UTF_8));
        assertThat(rsa.verify(Base64.getDecoder().decode(tag(tags, "b")))).isTrue();
    }

    private static String tag(String tags, String name) {
        return Arrays.stream(tags.split(";"))
                .filter(tag -> tag.startsWith(name + "="))
                .map(tag -> tag.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> headerLines(String headers, String name) {
        return Arrays.stream(headers.split("\r\n(?![ \t])"))
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .toList();
    }

    private static String relaxed(String header) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return header.substring(0, colon).toLowerCase(java.util.Locale.ROOT).strip() + ":" + value.strip();
    }

    private static byte[] relaxedBody(String body) {
        String lines =
                body.replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ").replaceAll("(\r\n)+$", "");
        return (lines + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MimeMessage parsed(String letter) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)));
    }
}
