package okno.notification.notice.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells people what became of their requests by 152-FZ. */
@Component
class DataRequestEventsListener {

    private static final String CONSUMER = "notification.data-request-events";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Moscow"));

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    DataRequestEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** What a message needs; the one event says what is ready, the other what was decided. */
    record Request(
            String personId,
            @Nullable String kind,
            @Nullable Boolean granted,
            @Nullable Boolean complete,
            @Nullable Instant expiresAt) {}

    @KafkaListener(id = CONSUMER, topics = "okno.identity.request.v1")
    void on(EventEnvelope event) {
        EventType.of(event.type()).ifPresent(type -> {
            var request = EventJson.read(event, Request.class);
            String template = template(type, request);
            if (template != null) {
                inbox.once(CONSUMER, event, () -> tell(type, template, request, event));
            }
        });
    }

    /** Null where nobody is to be told: whose account ends has no address any more, and holds a receipt. */
    private static @Nullable String template(EventType type, Request request) {
        if (type == EventType.DATA_REQUEST_READY) {
            return Boolean.TRUE.equals(request.complete()) ? "rights.archive_ready" : "rights.archive_partial";
        }
        if (type != EventType.DATA_REQUEST_DECIDED || request.kind() == null) {
            return null;
        }
        boolean granted = Boolean.TRUE.equals(request.granted());
        boolean ends = granted && request.kind().equals("ERASURE");
        return ends
                ? null
                : "rights.%s_%s".formatted(request.kind().toLowerCase(Locale.ROOT), granted ? "granted" : "refused");
    }

    private void tell(EventType type, String template, Request request, EventEnvelope event) {
        Instant expires = request.expiresAt();
        var params = new Params().with("expiresOn", expires == null ? null : DAY.format(expires));
        notifyPerson.handle(new NotifyPerson.Command(
                event.id(), type, request.personId(), template, params.values(), event.time()));
    }
}
