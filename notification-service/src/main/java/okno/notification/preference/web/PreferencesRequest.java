package okno.notification.preference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.ChangePreferences;
import okno.notification.preference.Frequency;
import okno.notification.preference.QuietHours;
import okno.notification.preference.Wishes;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * All preferences; what is left out is the default.
 *
 * @param language null: as in the profile
 * @param timeZone IANA name, Europe/Moscow when left out
 * @param quietHours null: none
 * @param digestAt when the daily digest comes, 18:00 when left out
 */
record PreferencesRequest(
        @Nullable @Pattern(regexp = "ru|en") String language,
        @Nullable @Size(max = 50) String timeZone,
        @Nullable @Valid Quiet quietHours,
        @Nullable @Pattern(regexp = TIME) String digestAt,
        @NotNull @Size(max = 100) List<@Valid @NotNull Item> items) {

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    /** From and to, {@code HH:mm} on the person's clock; may span midnight. */
    record Quiet(
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {}

    /**
     * One channel of one event, by its CloudEvents type.
     *
     * @param frequency at once when left out
     */
    record Item(
            @NotNull String eventType,
            @NotNull Channel channel,
            @NotNull Boolean enabled,
            @Nullable Frequency frequency) {}

    ChangePreferences.Command toCommand(Caller caller) {
        var rhythm = new ChangePreferences.Rhythm(
                zone(), quiet(), digestAt == null ? Wishes.DEFAULT_DIGEST : LocalTime.parse(digestAt));
        return new ChangePreferences.Command(language, rhythm, choices(), caller);
    }

    private ZoneId zone() {
        try {
            return timeZone == null ? Wishes.DEFAULT_ZONE : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw Problem.invalid("/timeZone", "time_zone_unknown");
        }
    }

    private @Nullable QuietHours quiet() {
        if (quietHours == null) {
            return null;
        }
        if (quietHours.from().equals(quietHours.to())) {
            throw Problem.invalid("/quietHours", "quiet_hours_empty");
        }
        return new QuietHours(LocalTime.parse(quietHours.from()), LocalTime.parse(quietHours.to()));
    }

    private List<ChangePreferences.Choice> choices() {
        return items.stream()
                .map(item -> new ChangePreferences.Choice(
                        EventType.of(item.eventType())
                                .orElseThrow(() -> Problem.invalid("/items", "event_type_unknown")),
                        item.channel(),
                        item.enabled(),
                        Objects.requireNonNullElse(item.frequency(), Frequency.AT_ONCE)))
                .toList();
    }
}
