package okno.notification.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import okno.notification.channel.OutgoingMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/**
 * A letter as it goes out: plain text and HTML, its {@code Message-ID} the id of the message, so that a repeat shows as
 * one (RFC 5322, 3.6.4). It remembers whether the relay was given its content.
 */
final class Letter {

    /** No line of a part begins with it: parts are Base64, which has no underscore (RFC 2045, 6.7). */
    private static final String BOUNDARY = "=_okno";

    private final Written written;
    private volatile boolean begun;

    Letter(Session session, String from, OutgoingMessage message, Instant now, @Nullable DkimSigner signer)
            throws MessagingException {
        this.written = new Written(session, body(message));
        written.setFrom(new InternetAddress(from));
        written.setRecipient(Message.RecipientType.TO, new InternetAddress(message.address(), true));
        written.setSubject(message.title(), UTF_8.name());
        written.setHeader("Date", RFC_1123_DATE_TIME.format(now.atOffset(UTC)));
        written.setHeader("Message-ID", id(message));
        written.setHeader("MIME-Version", "1.0");
        written.setHeader("Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        // Out-of-office answers are for people (RFC 3834).
        written.setHeader("Auto-Submitted", "auto-generated");
        URI unsubscribe = message.unsubscribe();
        if (unsubscribe != null) {
            written.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            // RFC 8058: the mail program may post to that address by itself.
            written.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        this.signed = signer == null ? null : new Signed(written, signer);
    }

    private final @Nullable Signed signed;

    static String id(OutgoingMessage message) {
        return "<" + message.id() + "@okno>";
    }

    MimeMessage message() {
        return signed == null ? written : signed;
    }

    /** True when the relay may have the whole letter. */
    boolean begun() {
        return begun;
    }

    /** Written here: the library looks for a writer of each part by name, in all jars and one letter at a time. */
    private static byte[] body(OutgoingMessage message) {
        var body = new ByteArrayOutputStream();
        part(body, "plain", message.text());
        // The last alternative is the preferred one (RFC 2046, 5.1.4).
        part(body, "html", message.html());
        body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String kind, String text) {
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Type: text/" + kind
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"));
        body.writeBytes(Base64.getMimeEncoder().encode(text.getBytes(UTF_8)));
        body.writeBytes(ascii("\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private final class Written extends MimeMessage {

        Written(Session session, byte[] body) {
            super(session);
            // As if it had been read: it is written as it stands.
            content = body;
            modified = false;
            saved = true;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignored);
        }
    }

    private final class Signed extends DkimMessage {

        Signed(MimeMessage letter, DkimSigner signer) throws MessagingException {
            super(letter, signer);
            // The copy is made by writing the letter, which is not sending it.
            begun = false;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignored);
        }
    }
}
