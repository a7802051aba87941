package okno.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One reminder to come.
 *
 * @param id what it is told as: a notification of this event id exists once for the person
 * @param subject id of the application, charge or document
 * @param remindAt when to tell; ten in the morning on the person's clock
 */
public record Reminder(
        UUID id,
        Matter matter,
        String subject,
        LocalDate dueOn,
        int daysBefore,
        String personId,
        Instant remindAt,
        Map<String, String> params) {}
