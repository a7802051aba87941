package okno.notification.preference.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.Frequency;
import okno.notification.preference.QuietHours;
import okno.notification.preference.Wishes;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/** Every event with every channel; {@code mandatory} ones cannot be turned off nor put off. */
record PreferencesResponse(
        @Nullable String language,
        String timeZone,
        PreferencesRequest.@Nullable Quiet quietHours,
        String digestAt,
        List<Item> items) {

    /** One channel of one event. */
    record Item(String eventType, Channel channel, boolean enabled, Frequency frequency, boolean mandatory) {}

    static PreferencesResponse from(Wishes wishes) {
        Language language = wishes.language();
        QuietHours quiet = wishes.quiet();
        return new PreferencesResponse(
                language == null ? null : language.tag(),
                wishes.zone().getId(),
                quiet == null
                        ? null
                        : new PreferencesRequest.Quiet(
                                quiet.from().toString(), quiet.to().toString()),
                wishes.digestAt().toString(),
                Arrays.stream(EventType.values())
                        .flatMap(type -> items(type, wishes))
                        .toList());
    }

    private static Stream<Item> items(EventType type, Wishes wishes) {
        return Arrays.stream(Channel.values()).map(channel -> {
            Wishes.Choice choice = wishes.choice(type, channel);
            return new Item(type.type(), channel, choice.enabled(), choice.frequency(), type.fixed());
        });
    }
}
