package okno.webhook.feed.web;

import java.util.List;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.web.PageRequest;
import okno.webhook.catalogue.WebhookBody;
import okno.webhook.feed.FeedQueries;
import okno.webhook.feed.FeedQueries.FeedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Events by pull, for those who cannot be called. */
@RestController
@PreAuthorize("denyAll()")
class FeedController {

    private final FeedQueries queries;

    FeedController(FeedQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of the feed.
     *
     * @param next value for {@code ?after=} of the next call; given on the last page too, for the next poll
     */
    record FeedPage(List<FeedItem> items, String next) {}

    /** An event with the fields of a webhook's body, and its {@code webhook-id}. */
    record FeedItem(UUID id, String type, String timestamp, JsonNode data) {

        static FeedItem from(FeedEvent event) {
            JsonNode body = WebhookBody.read(event.body());
            return new FeedItem(
                    event.id(),
                    body.path("type").asString(),
                    body.path("timestamp").asString(),
                    body.path("data"));
        }
    }

    @GetMapping("/api/v1/events")
    @PreAuthorize("hasAnyAuthority('client', 'person')")
    FeedPage events(Caller caller, PageRequest page) {
        long after = position(page.after());
        List<FeedEvent> events = queries.page(caller, after, page.limit());
        long next = events.isEmpty() ? after : events.getLast().position();
        return new FeedPage(events.stream().map(FeedItem::from).toList(), Long.toString(next));
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.invalid("/after", "format");
        }
        return Long.parseLong(after);
    }
}
