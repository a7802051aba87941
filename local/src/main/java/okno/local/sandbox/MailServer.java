package okno.local.sandbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An SMTP server that accepts mail for everybody and forwards it to {@link Messages}. */
final class MailServer implements AutoCloseable {

    private final GreenMail server;

    MailServer(int port, Messages messages) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        // Called for each recipient before the client is told that the mail was taken.
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            try {
                MimeMessage mail = message.getMessage();
                messages.add("mail", address.getEmail(), String.valueOf(mail.getSubject()), text(mail));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return mailbox(address.getEmail());
        });
    }

    private GreenMailUser mailbox(String address) throws UserException {
        GreenMailUser known = server.getUserManager().getUserByEmail(address);
        return known != null ? known : server.getUserManager().createUser(address, address, address);
    }

    /** The first readable part: plain text where the sender gave it. */
    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                String text = text(one);
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/*") ? content.toString() : "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
