package okno.notification.preference;

import java.util.List;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.persistence.Preferences;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a person's preferences as a whole. */
@Service
public class ChangePreferences {

    private final Preferences preferences;
    private final Audit audit;

    ChangePreferences(Preferences preferences, Audit audit) {
        this.preferences = preferences;
        this.audit = audit;
    }

    /** @param language {@code ru} or {@code en}; null: as in the profile */
    public record Command(@Nullable String language, List<Choice> choices, Caller caller) {}

    /** One channel of one event. */
    public record Choice(EventType eventType, Channel channel, boolean enabled) {}

    /** @throws Problem {@code event_type_mandatory} when a security notice is to be turned off */
    @Transactional
    public void handle(Command command) {
        String personId = command.caller().id();
        for (Choice choice : command.choices()) {
            if (choice.eventType().mandatory() && !choice.enabled()) {
                throw Problem.invalid("/items", "event_type_mandatory");
            }
        }
        preferences.replace(personId, command.language(), command.choices());
        audit.record(
                command.caller(),
                AuditRecord.done("notification_preferences.changed", "person", personId, personId, "consent"));
    }
}
