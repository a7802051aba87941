package okno.notification.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okno.notification.preference.PreferenceQueries;
import okno.notification.reminder.persistence.Reminders;
import okno.platform.core.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the reminders of a matter in step with its date, and drops them when it is done. */
@Service
public class PlanReminders {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Reminders reminders;
    private final PreferenceQueries preferences;
    private final Clock clock;

    PlanReminders(Reminders reminders, PreferenceQueries preferences, Clock clock) {
        this.reminders = reminders;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** A matter with a date. */
    public record Command(
            Matter matter, String subject, String personId, LocalDate dueOn, Map<String, String> params) {}

    /** Plans those that still lie ahead; another date replaces what was planned for an earlier one. */
    @Transactional
    public void handle(Command command) {
        Instant now = clock.instant();
        ZoneId zone = preferences.of(command.personId()).zone();
        List<Reminder> ahead = Arrays.stream(command.matter().daysBefore())
                .mapToObj(days -> reminder(command, days, zone))
                .filter(reminder -> reminder.remindAt().isAfter(now))
                .toList();
        reminders.cancelOtherDates(command.matter(), command.subject(), command.dueOn());
        ahead.forEach(reminders::plan);
    }

    /** Paid, decided, withdrawn, renewed: nobody needs to be reminded any more. */
    @Transactional
    public void settled(Matter matter, String subject) {
        reminders.cancel(matter, subject);
    }

    private static Reminder reminder(Command command, int daysBefore, ZoneId zone) {
        return new Reminder(
                Ids.next(),
                command.matter(),
                command.subject(),
                command.dueOn(),
                daysBefore,
                command.personId(),
                ZonedDateTime.of(command.dueOn().minusDays(daysBefore), MORNING, zone)
                        .toInstant(),
                command.params());
    }
}
