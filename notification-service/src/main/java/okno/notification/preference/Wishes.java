package okno.notification.preference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * All that a person wants of notifications; what they never said is the default: everything, at once.
 *
 * @param language chosen for notifications; null: the profile's
 * @param quiet null: none
 * @param digestAt when the daily digest comes, in their zone
 * @param choices what differs from the default
 * @param hasDevices whether there is a browser to push to
 */
public record Wishes(
        @Nullable Language language,
        ZoneId zone,
        @Nullable QuietHours quiet,
        LocalTime digestAt,
        Map<Key, Choice> choices,
        boolean hasDevices) {

    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Moscow");
    public static final LocalTime DEFAULT_DIGEST = LocalTime.of(18, 0);

    private static final Choice DEFAULT = new Choice(true, Frequency.AT_ONCE);

    /** One channel of one event. */
    public record Key(String eventType, Channel channel) {}

    /** What is wanted of it. */
    public record Choice(boolean enabled, Frequency frequency) {}

    static Wishes none() {
        return new Wishes(null, DEFAULT_ZONE, null, DEFAULT_DIGEST, Map.of(), false);
    }

    public Choice choice(EventType type, Channel channel) {
        return type.fixed() ? DEFAULT : choices.getOrDefault(new Key(type.type(), channel), DEFAULT);
    }

    /** Security notices come at once, by night and whatever was chosen: a thief chooses too, and works at night. */
    public Plan plan(EventType type, Channel channel, Instant now) {
        if (type.mandatory()) {
            return new Plan.At(now);
        }
        if (type.mailOnly()) {
            return channel == Channel.EMAIL ? new Plan.At(now) : new Plan.Off();
        }
        Choice choice = choice(type, channel);
        if (!choice.enabled()) {
            return new Plan.Off();
        }
        return choice.frequency() == Frequency.DAILY ? new Plan.Digest(nextDigest(now)) : new Plan.At(allowed(now));
    }

    /** Now, or the end of the quiet hours. */
    public Instant allowed(Instant now) {
        return quiet == null ? now : quiet.endAfter(now, zone).orElse(now);
    }

    /** Channels that a person can be reached by at all. */
    public boolean reaches(Channel channel, Set<Channel> served) {
        return served.contains(channel) && (channel != Channel.PUSH || hasDevices);
    }

    public LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private Instant nextDigest(Instant now) {
        ZonedDateTime today = ZonedDateTime.of(today(now), digestAt, zone);
        ZonedDateTime next = today.toInstant().isAfter(now)
                ? today
                : ZonedDateTime.of(today(now).plusDays(1), digestAt, zone);
        return allowed(next.toInstant());
    }
}
