package okno.notification.reminder;

import java.time.Clock;
import java.time.Instant;
import okno.notification.notice.NotifyPerson;
import okno.notification.reminder.persistence.Reminders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the reminders whose time has come. A reminder is marked as told in the transaction that makes its notification, so
 * it is told once, whatever instances, restarts and clocks do; one whose date has passed meanwhile is told no more.
 */
@Service
public class RemindPeople {

    private static final int BATCH = 100;

    private final Reminders reminders;
    private final NotifyPerson notifyPerson;
    private final Clock clock;

    RemindPeople(Reminders reminders, NotifyPerson notifyPerson, Clock clock) {
        this.reminders = reminders;
        this.notifyPerson = notifyPerson;
        this.clock = clock;
    }

    /** A hundred at a time; more wait for the next look. */
    @Scheduled(fixedDelayString = "${okno.notification.reminder.look:5s}")
    @Transactional
    public void handle() {
        Instant now = clock.instant();
        notifyPerson.handle(reminders.takeDue(now, BATCH).stream()
                .map(reminder -> notice(reminder, now))
                .toList());
    }

    private static NotifyPerson.Command notice(Reminder reminder, Instant now) {
        Matter matter = reminder.matter();
        return new NotifyPerson.Command(
                reminder.id(), matter.eventType(), reminder.personId(), matter.template(), reminder.params(), now);
    }
}
