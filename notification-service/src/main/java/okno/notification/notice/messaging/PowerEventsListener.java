package okno.notification.notice.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okno.notification.EventType;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells both sides what became of a power of attorney; its end is theirs alike (Civil Code art. 189). */
@Component
class PowerEventsListener {

    private static final String CONSUMER = "notification.power-events";

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    PowerEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** Of each event the sides that it names; {@code status} of an end: REVOKED, REFUSED, EXPIRED. */
    record Power(
            @Nullable String principalId,
            @Nullable String representativeId,
            @Nullable String status) {}

    @KafkaListener(id = CONSUMER, topics = "okno.org.power.v1")
    void on(EventEnvelope event) {
        EventType.of(event.type()).ifPresent(type -> {
            Power power = EventJson.read(event, Power.class);
            String template = template(type, power);
            if (template != null) {
                inbox.once(CONSUMER, event, () -> notifyPerson.handle(tell(type, template, power, event)));
            }
        });
    }

    private static @Nullable String template(EventType type, Power power) {
        return switch (type) {
            case POWER_GRANTED -> "power.granted";
            case POWER_RECEIVED -> "power.received";
            case POWER_ENDED ->
                power.status() == null ? null : "power." + power.status().toLowerCase(Locale.ROOT);
            default -> null;
        };
    }

    private static List<NotifyPerson.Command> tell(EventType type, String template, Power power, EventEnvelope event) {
        return Stream.of(power.principalId(), power.representativeId())
                .filter(Objects::nonNull)
                .map(side -> new NotifyPerson.Command(event.id(), type, side, template, Map.of(), event.time()))
                .toList();
    }
}
