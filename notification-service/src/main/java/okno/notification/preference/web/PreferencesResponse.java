package okno.notification.preference.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.PreferenceQueries.TurnedOff;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/** Every event with every channel; {@code mandatory} ones cannot be turned off. */
record PreferencesResponse(@Nullable String language, List<Item> items) {

    /** One channel of one event. */
    record Item(String eventType, Channel channel, boolean enabled, boolean mandatory) {}

    static PreferencesResponse from(@Nullable Language language, List<TurnedOff> off) {
        return new PreferencesResponse(
                language == null ? null : language.tag(),
                Arrays.stream(EventType.values())
                        .flatMap(type -> items(type, off))
                        .toList());
    }

    private static Stream<Item> items(EventType type, List<TurnedOff> off) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Item(
                        type.type(),
                        channel,
                        type.mandatory() || !off.contains(new TurnedOff(type.type(), channel)),
                        type.mandatory()));
    }
}
