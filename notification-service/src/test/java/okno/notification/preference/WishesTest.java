package okno.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import okno.notification.Channel;
import okno.notification.EventType;
import org.junit.jupiter.api.Test;

class WishesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

    private static Wishes wishes(ZoneId zone, QuietHours quiet, Map<Wishes.Key, Wishes.Choice> choices) {
        return new Wishes(null, zone, quiet, LocalTime.of(18, 0), choices, false);
    }

    private static Map<Wishes.Key, Wishes.Choice> choice(EventType type, boolean enabled, Frequency frequency) {
        return Map.of(new Wishes.Key(type.type(), Channel.SMS), new Wishes.Choice(enabled, frequency));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void without_wishes_everything_comes_at_once() {
        Instant now = at("2026-11-25T00:30:00Z");

        assertThat(Wishes.none().plan(EventType.CHARGE_PAID, Channel.SMS, now)).isEqualTo(new Plan.At(now));
    }

    @Test
    void quiet_hours_put_off_to_their_end_on_the_persons_clock() {
        var wishes = wishes(MOSCOW, NIGHT, Map.of());

        assertThat(wishes.allowed(at("2026-11-25T18:59:59Z"))).isEqualTo(at("2026-11-25T18:59:59Z"));
        assertThat(wishes.allowed(at("2026-11-25T19:00:00Z"))).isEqualTo(at("2026-11-26T05:00:00Z"));
        assertThat(wishes.allowed(at("2026-11-26T00:00:00Z"))).isEqualTo(at("2026-11-26T05:00:00Z"));
        assertThat(wishes.allowed(at("2026-11-26T05:00:00Z"))).isEqualTo(at("2026-11-26T05:00:00Z"));
    }

    @Test
    void quiet_hours_within_a_day_end_the_same_day() {
        var wishes = wishes(MOSCOW, new QuietHours(LocalTime.of(13, 0), LocalTime.of(14, 0)), Map.of());

        assertThat(wishes.allowed(at("2026-11-25T10:30:00Z"))).isEqualTo(at("2026-11-25T11:00:00Z"));
        assertThat(wishes.allowed(at("2026-11-25T20:30:00Z"))).isEqualTo(at("2026-11-25T20:30:00Z"));
    }

    @Test
    void a_clock_change_in_the_night_moves_the_end_with_the_wall_clock() {
        var wishes = wishes(BERLIN, NIGHT, Map.of());

        // 25 October 2026, 03:00 summer time becomes 02:00: eight in the morning is 07:00 UTC, not 06:00.
        assertThat(wishes.allowed(at("2026-10-24T21:00:00Z"))).isEqualTo(at("2026-10-25T07:00:00Z"));
        // 29 March 2026, 02:00 becomes 03:00; quiet hours that end in the gap end behind it.
        var gap = wishes(BERLIN, new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30)), Map.of());
        assertThat(gap.allowed(at("2026-03-29T00:30:00Z"))).isEqualTo(at("2026-03-29T01:30:00Z"));
    }

    @Test
    void security_notices_come_by_night_and_cannot_be_turned_off_or_put_off() {
        Instant night = at("2026-11-26T00:00:00Z");
        for (Frequency frequency : Frequency.values()) {
            var wishes = wishes(MOSCOW, NIGHT, choice(EventType.PROFILE_UPDATED, false, frequency));

            assertThat(wishes.plan(EventType.PROFILE_UPDATED, Channel.SMS, night))
                    .isEqualTo(new Plan.At(night));
        }
    }

    @Test
    void what_is_turned_off_does_not_come_and_other_channels_do() {
        Instant now = at("2026-11-25T12:00:00Z");
        var wishes = wishes(MOSCOW, null, choice(EventType.CHARGE_PAID, false, Frequency.AT_ONCE));

        assertThat(wishes.plan(EventType.CHARGE_PAID, Channel.SMS, now)).isEqualTo(new Plan.Off());
        assertThat(wishes.plan(EventType.CHARGE_PAID, Channel.EMAIL, now)).isEqualTo(new Plan.At(now));
    }

    @Test
    void a_daily_choice_comes_with_the_next_digest() {
        var wishes = wishes(MOSCOW, null, choice(EventType.CHARGE_PAID, true, Frequency.DAILY));

        assertThat(wishes.plan(EventType.CHARGE_PAID, Channel.SMS, at("2026-11-25T14:59:00Z")))
                .isEqualTo(new Plan.Digest(at("2026-11-25T15:00:00Z")));
        assertThat(wishes.plan(EventType.CHARGE_PAID, Channel.SMS, at("2026-11-25T15:00:00Z")))
                .isEqualTo(new Plan.Digest(at("2026-11-26T15:00:00Z")));
    }

    @Test
    void push_reaches_only_who_has_a_browser_registered() {
        assertThat(Wishes.none().reaches(Channel.PUSH, Set.of(Channel.PUSH))).isFalse();
        assertThat(Wishes.none().reaches(Channel.SMS, Set.of(Channel.SMS))).isTrue();
        assertThat(Wishes.none().reaches(Channel.SMS, Set.of(Channel.EMAIL))).isFalse();
    }
}
