package okno.notification.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import okno.notification.inbox.InboxFeed;
import okno.notification.inbox.InboxQueries;
import okno.notification.inbox.StreamProperties;
import okno.notification.inbox.Subscription;
import okno.notification.template.Templates;
import okno.platform.core.Caller;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** New notifications as server-sent events, the moment they are there. */
@RestController
@PreAuthorize("denyAll()")
class StreamController {

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

    private final InboxFeed feed;
    private final InboxQueries inbox;
    private final Templates templates;
    private final StreamProperties properties;

    StreamController(InboxFeed feed, InboxQueries inbox, Templates templates, StreamProperties properties) {
        this.feed = feed;
        this.inbox = inbox;
        this.templates = templates;
        this.properties = properties;
    }

    /** Begins with what is new from now on, or behind {@code Last-Event-ID}. */
    @GetMapping(path = "/api/v1/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('person')")
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            HttpServletRequest request) {
        long position = lastEventId != null && lastEventId.matches("\\d{1,18}")
                ? Long.parseLong(lastEventId)
                : inbox.lastPosition(caller.id());
        var emitter = new SseEmitter(properties.lifetime().toMillis());
        Subscription subscription = feed.subscribe(caller.id(), position);
        emitter.onCompletion(() -> feed.unsubscribe(subscription));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> feed.unsubscribe(subscription));
        Language language = Language.of(request);
        Thread.ofVirtual().name("inbox-stream").start(() -> write(emitter, subscription, language));
        return emitter;
    }

    private void write(SseEmitter emitter, Subscription subscription, Language language) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (subscription.open()) {
                InboxQueries.Item item = subscription.next(properties.heartbeat());
                emitter.send(item == null ? SseEmitter.event().comment("") : event(item, language));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A stream has ended: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.unsubscribe(subscription);
        }
    }

    private SseEmitter.SseEventBuilder event(InboxQueries.Item item, Language language) {
        return SseEmitter.event()
                .id(Long.toString(item.position()))
                .name("notification")
                .data(NotificationResponse.from(item, templates, language), MediaType.APPLICATION_JSON);
    }
}
