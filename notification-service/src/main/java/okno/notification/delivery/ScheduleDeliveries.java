package okno.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    public void handle(Command command) {
        Instant now = clock.instant();
        List<Channel> reached = Stream.of(Channel.values())
                .filter(channel -> command.wishes().reaches(channel, served))
                .toList();
        List<NewDelivery> rows = new ArrayList<>();
        List<NewDelivery> single = new ArrayList<>();
        for (Channel channel : reached) {
            switch (command.wishes().plan(command.eventType(), channel, now)) {
                case Plan.Off off -> {}
                case Plan.Digest digest -> rows.addAll(digest(command, channel, digest.due()));
                case Plan.At at -> single.add(NewDelivery.at(command.notificationId(), channel, at.time()));
            }
        }
        Set<Channel> over = over(command, single, now);
        single.forEach(row -> rows.add(
                over.contains(row.channel()) ? NewDelivery.never(row.id(), row.channel(), "daily_limit", now) : row));
        deliveries.insert(command.personId(), command.eventType().mandatory(), rows, command.occurredAt(), now);
    }

    /** What waits for a later hour is planned anew when it is next looked at, which is now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PreferencesChanged changed) {
        deliveries.lookAgain(changed.personId(), clock.instant());
    }

    /** Channels that have had enough today; a security notice is never too much. */
    private Set<Channel> over(Command command, List<NewDelivery> rows, Instant now) {
        if (command.eventType().mandatory() || rows.isEmpty()) {
            return Set.of();
        }
        List<Channel> channels = rows.stream().map(NewDelivery::channel).toList();
        return counts.over(command.personId(), channels, command.wishes().today(now), perDay);
    }

    private List<NewDelivery> digest(Command command, Channel channel, Instant due) {
        Digests.Open open = digests.open(command.personId(), channel, due);
        var item = NewDelivery.inDigest(command.notificationId(), channel, due, open.id());
        return open.isNew() ? List.of(item, NewDelivery.at(open.id(), channel, due)) : List.of(item);
    }
}
