package okno.notification.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/** Connections to one relay, used again while they are young: greeting and log-in cost more than a letter. */
final class SmtpConnections implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(20);
    /** Many relays hang up after some number of letters. */
    private static final int LETTERS = 100;

    static {
        // Without it the mail API looks for this class in every jar, and again for every header that it encodes.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private final EmailProperties.Server server;
    private final Session session;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(EmailProperties.Server server, EmailProperties properties) {
        this.server = server;
        var settings = new Properties();
        // The library waits for ever unless told otherwise.
        settings.setProperty("mail.smtp.connectiontimeout", millis(properties.connectTimeout()));
        settings.setProperty("mail.smtp.timeout", millis(properties.readTimeout()));
        settings.setProperty("mail.smtp.writetimeout", millis(properties.readTimeout()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.starttls()));
        settings.setProperty(
                "mail.smtp.auth", Boolean.toString(!server.username().isBlank()));
        if (!properties.bounces().address().isBlank()) {
            settings.setProperty("mail.smtp.from", properties.bounces().address());
        }
        // Where the relay knows RFC 3461: say when it fails, and do not send the text back.
        settings.setProperty("mail.smtp.dsn.notify", "FAILURE");
        settings.setProperty("mail.smtp.dsn.ret", "HDRS");
        // A bad end of a connection that has done its work is nobody's trouble.
        settings.setProperty("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(settings);
    }

    /**
     * One connection in use.
     *
     * @param since nanoseconds of its last use
     */
    record Connection(Transport transport, int letters, long since) {

        boolean used() {
            return letters > 0;
        }
    }

    Session session() {
        return session;
    }

    /** @param fresh a new one, since an old one has just turned out to be dead */
    Connection take(boolean fresh) throws MessagingException {
        Connection known = fresh ? null : young();
        if (known != null) {
            return known;
        }
        Transport transport = session.getTransport("smtp");
        boolean named = !server.username().isBlank();
        transport.connect(
                server.host(), server.port(), named ? server.username() : null, named ? server.password() : null);
        return new Connection(transport, 0, System.nanoTime());
    }

    private @Nullable Connection young() {
        for (Connection found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            if (System.nanoTime() - found.since() < IDLE.toNanos() && found.letters() < LETTERS) {
                return found;
            }
            drop(found);
        }
        return null;
    }

    void giveBack(Connection connection) {
        idle.addFirst(new Connection(connection.transport(), connection.letters() + 1, System.nanoTime()));
    }

    static void drop(Connection connection) {
        try {
            connection.transport().close();
        } catch (MessagingException e) {
            // It is given up because it is broken; that it does not close properly is no news.
            return;
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    @Override
    public void close() {
        for (Connection found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            drop(found);
        }
    }
}
