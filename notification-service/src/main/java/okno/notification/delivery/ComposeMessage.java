package okno.notification.delivery;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.channel.OutgoingMessage;
import okno.notification.preference.UnsubscribeLinks;
import okno.notification.preference.Unsubscription;
import okno.notification.template.Templates;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the message of a delivery in the person's language. */
@Component
class ComposeMessage {

    private static final String DIGEST = "digest";

    private final Templates templates;
    private final UnsubscribeLinks links;
    private final CloseDigest closeDigest;

    ComposeMessage(Templates templates, UnsubscribeLinks links, CloseDigest closeDigest) {
        this.templates = templates;
        this.links = links;
        this.closeDigest = closeDigest;
    }

    OutgoingMessage handle(PendingDelivery delivery, String address, Language language) {
        String template = delivery.template();
        return template == null
                ? message(delivery, address, templates.newest(DIGEST), digest(delivery, language), language)
                : message(delivery, address, template, delivery.params(), language);
    }

    private OutgoingMessage message(
            PendingDelivery delivery, String address, String template, Map<String, String> params, Language language) {
        String id = delivery.id();
        return switch (delivery.channel()) {
            case EMAIL -> {
                Templates.Text letter = templates.email(template, params, language);
                String html = templates.html(letter, language);
                yield new OutgoingMessage(
                        id, address, letter.title(), letter.body(), html, unsubscribe(delivery), true);
            }
            case SMS -> OutgoingMessage.sms(id, address, templates.sms(template, params, language), true);
            case PUSH -> {
                Templates.Text text = templates.inbox(template, params, language);
                yield new OutgoingMessage(id, address, text.title(), text.body(), "", null, true);
            }
        };
    }

    private Map<String, String> digest(PendingDelivery delivery, Language language) {
        CloseDigest.Content content = closeDigest.handle(delivery.notificationId());
        String titles = content.items().stream()
                .map(item -> templates
                        .inbox(item.template(), item.params(), language)
                        .title())
                .map(title -> "- " + title)
                .collect(Collectors.joining("\n"));
        return Map.of("count", Long.toString(content.count()), "titles", titles);
    }

    private @Nullable URI unsubscribe(PendingDelivery delivery) {
        EventType type = delivery.eventType();
        return type == null || type.fixed()
                ? null
                : links.link(new Unsubscription(delivery.personId(), type, Channel.EMAIL));
    }
}
