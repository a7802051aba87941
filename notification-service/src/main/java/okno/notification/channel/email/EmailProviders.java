package okno.notification.channel.email;

import java.time.Clock;
import java.util.List;
import okno.notification.channel.MessageChannel;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The mail relays that have an address. */
@Component
public class EmailProviders implements DisposableBean {

    private final List<SmtpEmail> relays;

    EmailProviders(EmailProperties properties, Clock clock) {
        @Nullable DkimSigner signer = DkimKeys.signer(properties.dkim());
        this.relays = properties.servers().stream()
                .filter(server -> !server.host().isBlank())
                .map(server -> new SmtpEmail(server, properties, signer, clock))
                .toList();
    }

    public List<MessageChannel> all() {
        return List.copyOf(relays);
    }

    @Override
    public void destroy() {
        relays.forEach(SmtpEmail::close);
    }
}
