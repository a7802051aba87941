package okno.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.notification.EventType;
import okno.notification.NotificationAdded;
import okno.notification.delivery.ScheduleDeliveries;
import okno.notification.notice.persistence.Notices;
import okno.notification.preference.PreferenceQueries;
import okno.notification.template.Templates;
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
    private final Templates templates;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    NotifyPerson(
            Notices notices,
            PreferenceQueries preferences,
            ScheduleDeliveries scheduleDeliveries,
            Templates templates,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.notices = notices;
        this.preferences = preferences;
        this.scheduleDeliveries = scheduleDeliveries;
        this.templates = templates;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * What to tell.
     *
     * @param template the message; its newest version is taken
     * @param params values of the templates; ids, numbers, dates and sums, never personal data
     */
    public record Command(
            UUID eventId,
            EventType eventType,
            String personId,
            String template,
            Map<String, String> params,
            Instant occurredAt) {

        Command withTemplate(String chosen) {
            return new Command(eventId, eventType, personId, chosen, params, occurredAt);
        }
    }

    /** Does nothing when the person was told of this event before. */
    @Transactional
    public void handle(Command command) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        if (!notices.add(id, command.withTemplate(templates.newest(command.template())), now)) {
            return;
        }
        scheduleDeliveries.handle(new ScheduleDeliveries.Command(
                id, command.eventType(), command.personId(), preferences.of(command.personId()), command.occurredAt()));
        publisher.publishEvent(new NotificationAdded(command.personId()));
    }
}
