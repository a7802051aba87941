package okno.notification.inbox.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import okno.notification.inbox.InboxQueries.Item;
import okno.notification.template.Templates;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/** A notification in the reader's language. */
record NotificationResponse(
        UUID id,
        String eventType,
        String title,
        String text,
        @Nullable String applicationId,
        OffsetDateTime occurredAt,
        boolean read) {

    static NotificationResponse from(Item item, Templates templates, Language language) {
        Templates.Text text = templates.inbox(item.template(), item.params(), language);
        return new NotificationResponse(
                item.id(),
                item.eventType(),
                text.title(),
                text.body(),
                item.params().get("applicationId"),
                item.occurredAt(),
                item.readAt() != null);
    }
}
