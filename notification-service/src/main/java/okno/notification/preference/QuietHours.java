package okno.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Hours of a person's day in which nothing may ring; they may span midnight. */
public record QuietHours(LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours begin and end at the same time");
        }
    }

    /** When they end, if it is within them; a clock change moves the end with the wall clock. */
    Optional<Instant> endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        boolean spansMidnight = to.isBefore(from);
        if (spansMidnight ? !afterStart && !beforeEnd : !afterStart || !beforeEnd) {
            return Optional.empty();
        }
        var day = spansMidnight && afterStart ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(ZonedDateTime.of(day, to, zone).toInstant());
    }
}
