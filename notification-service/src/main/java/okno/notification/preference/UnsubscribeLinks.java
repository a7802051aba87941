package okno.notification.preference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.protection.Seal;
import org.springframework.stereotype.Component;

/** Makes links that turn one kind of letter off, and reads them back. A link is good for that and for nothing else. */
@Component
public class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";

    private final Seal seal;
    private final PreferenceProperties properties;

    UnsubscribeLinks(Seal seal, PreferenceProperties properties) {
        this.seal = seal;
        this.properties = properties;
    }

    public URI link(Unsubscription unsubscription) {
        String content = String.join(
                "\n",
                unsubscription.personId(),
                unsubscription.eventType().type(),
                unsubscription.channel().name());
        String token =
                Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(content.getBytes(UTF_8), PURPOSE));
        return URI.create(properties.publicUrl() + "/api/v1/notifications/unsubscriptions/" + token);
    }

    /** Empty when we did not make it. */
    public Optional<Unsubscription> read(String token) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(token), PURPOSE).flatMap(UnsubscribeLinks::unsubscription);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Unsubscription> unsubscription(byte[] content) {
        String[] parts = new String(content, UTF_8).split("\n", 3);
        return EventType.of(parts[1]).map(type -> new Unsubscription(parts[0], type, Channel.valueOf(parts[2])));
    }
}
