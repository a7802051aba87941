package okno.notification.channel.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import okno.notification.channel.ReceiptArrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that undeliverable letters come back to. A report that was understood is deleted, since it holds an
 * address; what is none stays, marked as seen, for a person to look at. Several instances may read at once: to hear the
 * same twice changes nothing.
 */
@Component
class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int AT_A_TIME = 200;
    private static final int LARGEST = 1024 * 1024;

    private final EmailProperties.Bounces mailbox;
    private final Session session;
    private final ApplicationEventPublisher publisher;

    BounceMailbox(EmailProperties properties, ApplicationEventPublisher publisher) {
        this.mailbox = properties.bounces();
        this.publisher = publisher;
        var settings = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            String prefix = "mail." + protocol + ".";
            // The library waits for ever unless told otherwise.
            settings.setProperty(
                    prefix + "connectiontimeout",
                    Long.toString(properties.connectTimeout().toMillis()));
            settings.setProperty(
                    prefix + "timeout", Long.toString(properties.readTimeout().toMillis()));
            settings.setProperty(
                    prefix + "writetimeout",
                    Long.toString(properties.readTimeout().toMillis()));
            settings.setProperty(prefix + "ssl.checkserveridentity", "true");
            // Reading is not handling: a message is seen when we say so.
            settings.setProperty(prefix + "peek", "true");
        }
        this.session = Session.getInstance(settings);
    }

    @Scheduled(fixedDelayString = "${okno.notification.email.bounces.look}")
    void look() {
        if (mailbox.host().isBlank()) {
            return;
        }
        try (Store store = session.getStore(mailbox.tls() ? "imaps" : "imap")) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (Message message : Arrays.copyOf(unseen, Math.min(unseen.length, AT_A_TIME))) {
                    boolean heard = hear(message);
                    message.setFlag(heard ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
                }
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox of undeliverable letters cannot be read: {}", e.toString());
        }
    }

    /** False when it is nothing that we understand; an error of ours leaves it as it was, for the next look. */
    private boolean hear(Message message) throws MessagingException {
        if (message.getSize() > LARGEST) {
            return false;
        }
        var copy = new MimeMessage((MimeMessage) message);
        Optional<ReceiptArrived> report = read(copy);
        report.ifPresent(publisher::publishEvent);
        return report.isPresent();
    }

    /** Whatever strangers write, the next message is read too. */
    private static Optional<ReceiptArrived> read(MimeMessage message) {
        try {
            return DeliveryReport.read(message);
        } catch (MessagingException | IOException e) {
            LOG.info(
                    "A message in the mailbox of undeliverable letters is malformed: {}",
                    e.getClass().getName());
            return Optional.empty();
        }
    }
}
