package okno.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.channel.Providers;
import okno.notification.delivery.persistence.Deliveries;
import okno.notification.delivery.persistence.Digests;
import okno.notification.delivery.persistence.MessageCounts;
import okno.notification.preference.Plan;
import okno.notification.preference.PreferenceProperties;
import okno.notification.preference.PreferencesChanged;
import okno.notification.preference.Wishes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds what the person's wishes ask for on each channel, within the transaction that adds the notification. */
@Service
public class ScheduleDeliveries {

    private final Deliveries deliveries;
    private final Digests digests;
    private final MessageCounts counts;
    private final Set<Channel> served;
    private final int perDay;
    private final Clock clock;

    ScheduleDeliveries(
            Deliveries deliveries,
            Digests digests,
            MessageCounts counts,
            Providers providers,
            PreferenceProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.digests = digests;
        this.counts = counts;
        this.served = Stream.of(Channel.values()).filter(providers::serves).collect(Collectors.toUnmodifiableSet());
        this.perDay = properties.perDay();
        this.clock = clock;
    }

    /** The notification, whom it is for, what they want, and when its event happened. */
    public record Command(
            UUID notificationId, EventType eventType, String personId, Wishes wishes, Instant occurredAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(List<Command> commands) {
        Instant now = clock.instant();
        List<NewDelivery> rows = new ArrayList<>();
        List<NewDelivery> counted = new ArrayList<>();
        for (Command command : commands) {
            for (Channel channel : served) {
                if (!command.wishes().reaches(channel, served)) {
                    continue;
                }
                switch (command.wishes().plan(command.eventType(), channel, now)) {
                    case Plan.Off off -> {}
                    case Plan.Digest digest -> rows.addAll(digest(command, channel, digest.due()));
                    // Nobody's account may be silenced by being made to send much: a security notice is never too much.
                    case Plan.At at ->
                        (command.eventType().mandatory() ? rows : counted)
                                .add(row(command, command.notificationId(), channel, "PENDING", at.time(), null));
                }
            }
        }
        Map<String, LocalDate> days = commands.stream()
                .collect(Collectors.toMap(
                        Command::personId, command -> command.wishes().today(now), (a, b) -> a));
        Set<NewDelivery> over = counts.over(counted, days, perDay);
        counted.forEach(row -> rows.add(over.contains(row) ? row.never("daily_limit") : row));
        deliveries.insert(rows, now);
    }

    /** What waits for a later hour is planned anew when it is next looked at, which is now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PreferencesChanged changed) {
        deliveries.lookAgain(changed.personId(), clock.instant());
    }

    private List<NewDelivery> digest(Command command, Channel channel, Instant due) {
        Digests.Open open = digests.open(command.personId(), channel, due);
        NewDelivery item = row(command, command.notificationId(), channel, "DIGEST", due, open.id());
        return open.isNew() ? List.of(item, row(command, open.id(), channel, "PENDING", due, null)) : List.of(item);
    }

    private static NewDelivery row(
            Command command, UUID id, Channel channel, String state, Instant due, @Nullable UUID digestId) {
        return new NewDelivery(
                id,
                channel,
                command.personId(),
                command.eventType().mandatory(),
                command.occurredAt(),
                state,
                null,
                due,
                digestId);
    }
}
