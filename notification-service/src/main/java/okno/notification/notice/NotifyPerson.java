package okno.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okno.notification.EventType;
import okno.notification.NotificationAdded;
import okno.notification.delivery.ScheduleDeliveries;
import okno.notification.notice.persistence.Notices;
import okno.notification.preference.PreferenceQueries;
import okno.notification.preference.Wishes;
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
        handle(List.of(command));
    }

    /** The same for many, in a few statements. */
    @Transactional
    public void handle(List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        List<NewNotice> added = notices.add(
                commands.stream()
                        .map(command ->
                                new NewNotice(Ids.next(), command.withTemplate(templates.newest(command.template()))))
                        .toList(),
                clock.instant());
        Map<String, Wishes> wishes = preferences.of(
                added.stream().map(notice -> notice.command().personId()).toList());
        scheduleDeliveries.handle(
                added.stream().map(notice -> delivery(notice, wishes)).toList());
        added.forEach(notice -> publisher.publishEvent(new NotificationAdded(
                notice.command().personId(), notice.command().occurredAt())));
    }

    private static ScheduleDeliveries.Command delivery(NewNotice notice, Map<String, Wishes> wishes) {
        Command command = notice.command();
        return new ScheduleDeliveries.Command(
                notice.id(),
                command.eventType(),
                command.personId(),
                Objects.requireNonNull(wishes.get(command.personId())),
                command.occurredAt());
    }
}
