package okno.notification.preference;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.persistence.Preferences;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a person's preferences as a whole, or turns one thing off. */
@Service
public class ChangePreferences {

    private final Preferences preferences;
    private final Audit audit;
    private final ApplicationEventPublisher publisher;

    ChangePreferences(Preferences preferences, Audit audit, ApplicationEventPublisher publisher) {
        this.preferences = preferences;
        this.audit = audit;
        this.publisher = publisher;
    }

    /** @param language {@code ru} or {@code en}; null: as in the profile */
    public record Command(@Nullable String language, Rhythm rhythm, List<Choice> choices, Caller caller) {}

    /** A person's day. */
    public record Rhythm(ZoneId zone, @Nullable QuietHours quiet, LocalTime digestAt) {}

    /** One channel of one event. */
    public record Choice(EventType eventType, Channel channel, boolean enabled, Frequency frequency) {}

    /** @throws Problem {@code event_type_mandatory} when a security notice is to be turned off or put off */
    @Transactional
    public void handle(Command command) {
        String personId = command.caller().id();
        for (Choice choice : command.choices()) {
            boolean weakened = !choice.enabled() || choice.frequency() != Frequency.AT_ONCE;
            if (choice.eventType().fixed() && weakened) {
                throw Problem.invalid("/items", "event_type_mandatory");
            }
        }
        preferences.replace(personId, command.language(), command.rhythm(), command.choices());
        audit.record(command.caller(), changed(personId));
        publisher.publishEvent(new PreferencesChanged(personId));
    }

    /** The holder of a letter's signed link wants no more of its kind; nobody has to log in for that (RFC 8058). */
    @Transactional
    public void turnOff(Unsubscription wanted) {
        preferences.turnOff(wanted.personId(), wanted.eventType(), wanted.channel());
        audit.record("unsubscribe-link", changed(wanted.personId()));
        publisher.publishEvent(new PreferencesChanged(wanted.personId()));
    }

    private static AuditRecord changed(String personId) {
        return AuditRecord.done("notification_preferences.changed", "person", personId, personId, "consent");
    }
}
