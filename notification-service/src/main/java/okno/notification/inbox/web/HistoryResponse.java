package okno.notification.inbox.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import okno.notification.inbox.InboxQueries.Delivery;
import okno.notification.inbox.InboxQueries.Item;
import org.jspecify.annotations.Nullable;

/** A notification and what became of it on each channel. */
record HistoryResponse(UUID id, String eventType, String title, OffsetDateTime occurredAt, List<Attempted> deliveries) {

    /**
     * One channel.
     *
     * @param state PENDING, SENT (the provider took it over), DELIVERED, FAILED
     * @param reason why it failed or waits
     */
    record Attempted(
            String channel,
            String state,
            @Nullable String reason,
            int attempts,
            @Nullable OffsetDateTime finishedAt) {}

    static HistoryResponse from(Item item, String title, List<Delivery> deliveries) {
        var inbox = new Attempted("INBOX", "DELIVERED", null, 1, item.occurredAt());
        Stream<Attempted> sent = deliveries.stream()
                .filter(delivery -> delivery.notificationId().equals(item.id()))
                .map(delivery -> new Attempted(
                        delivery.channel(),
                        delivery.state(),
                        delivery.reason(),
                        delivery.attempts(),
                        delivery.finishedAt()));
        return new HistoryResponse(
                item.id(),
                item.eventType(),
                title,
                item.occurredAt(),
                Stream.concat(Stream.of(inbox), sent).toList());
    }
}
