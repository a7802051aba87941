package okno.notification.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import okno.notification.channel.OutgoingMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/**
 * A letter as it goes out: plain text and HTML, its {@code Message-ID} the id of the message, so that a repeat shows as
 * one (RFC 5322, 3.6.4). It remembers whether the relay was given its content.
 */
final class Letter {

    private final Written written;
    private volatile boolean begun;

    Letter(Session session, String from, OutgoingMessage message, Instant now, @Nullable DkimSigner signer)
            throws MessagingException {
        this.written = new Written(session, id(message));
        written.setFrom(new InternetAddress(from));
        written.setRecipient(Message.RecipientType.TO, new InternetAddress(message.address(), true));
        written.setSubject(message.title(), UTF_8.name());
        written.setHeader("Date", RFC_1123_DATE_TIME.format(now.atOffset(UTC)));
        written.setContent(content(message));
        // Out-of-office answers are for people (RFC 3834).
        written.setHeader("Auto-Submitted", "auto-generated");
        URI unsubscribe = message.unsubscribe();
        if (unsubscribe != null) {
            written.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            // RFC 8058: the mail program may post to that address by itself.
            written.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        written.saveChanges();
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

    private static MimeMultipart content(OutgoingMessage message) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(message.text(), UTF_8.name(), "plain");
        var html = new MimeBodyPart();
        html.setText(message.html(), UTF_8.name(), "html");
        // The last alternative is the preferred one (RFC 2046, 5.1.4).
        return new MimeMultipart("alternative", text, html);
    }

    private final class Written extends MimeMessage {

        private final String id;

        Written(Session session, String id) {
            super(session);
            this.id = id;
        }

        /** Asked for when saving; the library would make one of its own, with a look-up of this host's name. */
        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
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
