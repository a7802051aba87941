package okno.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import okno.notification.Channel;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by SMTP, plain text and HTML; the message id is the Message-ID, so that a repeat is seen as one. */
@Component
public class EmailChannel implements MessageChannel {

    private final JavaMailSender smtp;
    private final EmailProperties properties;

    EmailChannel(JavaMailSender smtp, EmailProperties properties) {
        this.smtp = smtp;
        this.properties = properties;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public SendOutcome send(OutgoingMessage message) {
        try {
            MimeMessage letter = letter(message);
            smtp.send(letter);
            return new SendOutcome.Accepted(letter.getMessageID());
        } catch (AddressException e) {
            return new SendOutcome.Refused("address_invalid");
        } catch (MailException e) {
            return refusesAddress(e)
                    ? new SendOutcome.Refused("address_refused")
                    : new SendOutcome.Unavailable("mail_server_unavailable");
        } catch (MessagingException e) {
            return new SendOutcome.Unavailable("mail_server_unavailable");
        }
    }

    private MimeMessage letter(OutgoingMessage message) throws MessagingException {
        MimeMessage letter = smtp.createMimeMessage();
        var helper = new MimeMessageHelper(letter, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(message.address());
        helper.setSubject(message.title());
        helper.setText(message.text(), message.html());
        // Out-of-office answers are for people (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("Message-ID", "<" + message.id() + "@okno>");
        return letter;
    }

    /** Only a verdict on the address is final; a server that could not be asked properly is asked again. */
    private static boolean refusesAddress(MailException e) {
        if (e instanceof MailSendException failed) {
            for (Exception cause : failed.getMessageExceptions()) {
                if (cause instanceof SendFailedException verdict && finalVerdict(verdict)) {
                    return true;
                }
            }
        }
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof AddressException;
    }

    private static boolean finalVerdict(SendFailedException verdict) {
        // Invalid addresses are those that got a 5xx answer; a 4xx leaves the address valid and unsent.
        return verdict.getInvalidAddresses() != null && verdict.getInvalidAddresses().length > 0;
    }
}
