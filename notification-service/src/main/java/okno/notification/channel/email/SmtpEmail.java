package okno.notification.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import okno.notification.Channel;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/** E-mail by one SMTP relay. Once the relay has said 250 the letter is its own (RFC 5321, 6.1). */
final class SmtpEmail implements MessageChannel, AutoCloseable {

    private final EmailProperties.Server server;
    private final String from;
    private final SmtpConnections connections;
    private final @Nullable DkimSigner signer;
    private final Clock clock;

    SmtpEmail(EmailProperties.Server server, EmailProperties properties, @Nullable DkimSigner signer, Clock clock) {
        this.server = server;
        this.from = properties.from();
        this.connections = new SmtpConnections(server, properties);
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean knowsRepeats() {
        return true;
    }

    @Override
    public SendOutcome send(OutgoingMessage message) {
        Letter letter;
        try {
            letter = new Letter(connections.session(), from, message, clock.instant(), signer);
        } catch (AddressException e) {
            return new SendOutcome.Refused("address_invalid");
        } catch (MessagingException e) {
            return new SendOutcome.Refused("letter_not_writable");
        }
        Attempt first = attempt(letter, false);
        // A kept connection may have died unnoticed; that is no verdict on the relay.
        boolean again = first.stale() && first.outcome() instanceof SendOutcome.Unavailable;
        return again ? attempt(letter, true).outcome() : first.outcome();
    }

    private record Attempt(SendOutcome outcome, boolean stale) {}

    private Attempt attempt(Letter letter, boolean fresh) {
        SmtpConnections.Connection connection;
        try {
            connection = connections.take(fresh);
        } catch (MessagingException e) {
            return new Attempt(new SendOutcome.Unavailable("mail_server_unreachable"), false);
        }
        try {
            Address[] to = letter.message().getAllRecipients();
            connection.transport().sendMessage(letter.message(), to);
            connections.giveBack(connection);
            return new Attempt(new SendOutcome.Accepted(letter.message().getMessageID()), false);
        } catch (SendFailedException e) {
            // When the relay hangs up, the library reads its end as an answer without a code.
            if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() < 0) {
                return broken(connection, letter);
            }
            connections.giveBack(connection);
            return new Attempt(verdict(e, letter), false);
        } catch (MessagingException e) {
            return broken(connection, letter);
        }
    }

    private static Attempt broken(SmtpConnections.Connection connection, Letter letter) {
        SmtpConnections.drop(connection);
        return letter.begun()
                ? new Attempt(new SendOutcome.Unknown("mail_server_silent"), false)
                : new Attempt(new SendOutcome.Unavailable("mail_server_unavailable"), connection.used());
    }

    private static SendOutcome verdict(SendFailedException e, Letter letter) {
        // Invalid addresses are those that got a 5xx answer; a 4xx leaves the address valid and unsent.
        if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
            return new SendOutcome.Refused("address_refused");
        }
        int code = e instanceof SMTPSendFailedException failed ? failed.getReturnCode() : 0;
        if (letter.begun() && code >= 500) {
            return new SendOutcome.Refused("letter_refused_" + code);
        }
        boolean answered = code >= 400;
        return answered || !letter.begun()
                ? new SendOutcome.Unavailable("mail_server_unavailable")
                : new SendOutcome.Unknown("mail_server_silent");
    }

    @Override
    public void close() {
        connections.close();
    }
}
