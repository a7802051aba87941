package okno.notification.inbox;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads all that a person was ever told, page by page, so that a long history needs no more memory than a short one. */
@Component
public class ExportHistory {

    private static final int PAGE = 500;

    private final InboxQueries inbox;

    ExportHistory(InboxQueries inbox) {
        this.inbox = inbox;
    }

    /** @param each is given every notification, the newest first, with the deliveries of its page */
    public void handle(String personId, BiConsumer<InboxQueries.Item, List<InboxQueries.Delivery>> each) {
        @Nullable Long before = null;
        while (true) {
            List<InboxQueries.Item> page = inbox.list(personId, false, before, PAGE);
            List<InboxQueries.Item> shown = page.subList(0, Math.min(PAGE, page.size()));
            List<UUID> ids = shown.stream().map(InboxQueries.Item::id).toList();
            List<InboxQueries.Delivery> deliveries = inbox.deliveries(ids);
            shown.forEach(item -> each.accept(item, deliveries));
            if (page.size() <= PAGE) {
                return;
            }
            before = shown.getLast().position();
        }
    }
}
