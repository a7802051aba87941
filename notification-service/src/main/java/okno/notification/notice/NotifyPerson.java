package okno.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.NotificationAdded;
import okno.notification.delivery.ScheduleDeliveries;
import okno.notification.notice.persistence.Notices;
import okno.notification.preference.PreferenceQueries;
import okno.platform.core.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a person of an event: into the inbox at once, and a delivery for each channel the person has not turned off. */
@Service
public class NotifyPerson {

    private final Notices notices;
    private final PreferenceQueries preferences;
    private final ScheduleDeliveries scheduleDeliveries;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    NotifyPerson(
            Notices notices,
            PreferenceQueries preferences,
            ScheduleDeliveries scheduleDeliveries,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.notices = notices;
        this.preferences = preferences;
        this.scheduleDeliveries = scheduleDeliveries;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * What to tell.
     *
     * @param template name of the message's templates
     * @param params values of the templates; ids, numbers, dates and sums, never personal data
     */
    public record Command(
            UUID eventId,
            EventType eventType,
            String personId,
            String template,
            Map<String, String> params,
            Instant occurredAt) {}

    /** Does nothing when the person was told of this event before. */
    @Transactional
    public void handle(Command command) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        if (!notices.add(id, command, now)) {
            return;
        }
        Set<Channel> channels = preferences.channels(command.personId(), command.eventType());
        scheduleDeliveries.handle(
                new ScheduleDeliveries.Command(id, command.personId(), channels, command.occurredAt()));
        publisher.publishEvent(new NotificationAdded(command.personId()));
    }
}
