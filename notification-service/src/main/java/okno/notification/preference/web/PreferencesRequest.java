package okno.notification.preference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.ChangePreferences;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/** @param language null: as in the profile */
record PreferencesRequest(
        @Nullable @Pattern(regexp = "ru|en") String language,
        @NotNull @Size(max = 100) List<@Valid @NotNull Item> items) {

    /** One channel of one event, by its CloudEvents type. */
    record Item(
            @NotNull String eventType,
            @NotNull Channel channel,
            @NotNull Boolean enabled) {}

    List<ChangePreferences.Choice> choices() {
        return items.stream()
                .map(item -> new ChangePreferences.Choice(
                        EventType.of(item.eventType())
                                .orElseThrow(() -> Problem.invalid("/items", "event_type_unknown")),
                        item.channel(),
                        item.enabled()))
                .toList();
    }
}
