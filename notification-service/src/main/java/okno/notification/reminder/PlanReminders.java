package okno.notification.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okno.notification.preference.PreferenceQueries;
import okno.notification.preference.Wishes;
import okno.notification.reminder.persistence.Reminders;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
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

    /**
     * A matter and its date.
     *
     * @param dueOn null when there is nothing to be reminded of: paid, decided, withdrawn, renewed
     */
    public record Command(
            Matter matter,
            String subject,
            String personId,
            @Nullable LocalDate dueOn,
            Map<String, String> params) {}

    private record Key(Matter matter, String subject) {}

    /** Plans those that still lie ahead; another date, or none, replaces what was planned. The last of a matter counts. */
    @Transactional
    public void handle(List<Command> commands) {
        Map<Key, Command> last = new LinkedHashMap<>();
        commands.forEach(command -> last.put(new Key(command.matter(), command.subject()), command));
        if (last.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, Wishes> wishes =
                preferences.of(last.values().stream().map(Command::personId).toList());
        reminders.cancelOtherDates(List.copyOf(last.values()));
        reminders.plan(last.values().stream()
                .flatMap(command -> reminders(command, wishes))
                .filter(reminder -> reminder.remindAt().isAfter(now))
                .toList());
    }

    private static Stream<Reminder> reminders(Command command, Map<String, Wishes> wishes) {
        LocalDate dueOn = command.dueOn();
        ZoneId zone = Objects.requireNonNull(wishes.get(command.personId())).zone();
        return dueOn == null
                ? Stream.empty()
                : Arrays.stream(command.matter().daysBefore()).mapToObj(days -> reminder(command, dueOn, days, zone));
    }

    private static Reminder reminder(Command command, LocalDate dueOn, int daysBefore, ZoneId zone) {
        return new Reminder(
                Ids.next(),
                command.matter(),
                command.subject(),
                dueOn,
                daysBefore,
                command.personId(),
                ZonedDateTime.of(dueOn.minusDays(daysBefore), MORNING, zone).toInstant(),
                command.params());
    }
}
