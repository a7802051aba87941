package okno.identity.anomaly.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The rules. They look at one attempt and at what was before it, and at nothing else: no clock, no state of their own. So
 * the same events give the same findings whenever they are replayed.
 */
public final class Rules {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final int HOURS = 24;

    private final RuleSettings settings;

    public Rules(RuleSettings settings) {
        this.settings = settings;
    }

    public List<Finding> of(LogIn now, History before) {
        return Arrays.stream(Rule.values())
                .filter(settings::on)
                .filter(rule -> found(rule, now, before))
                .map(rule -> new Finding(
                        now.id(),
                        now.personId(),
                        rule,
                        Objects.requireNonNull(settings.actions().get(rule))))
                .toList();
    }

    private boolean found(Rule rule, LogIn now, History before) {
        return switch (rule) {
            case NEW_DEVICE -> now.succeeded() && newDevice(now, before.successes());
            case NEW_COUNTRY -> now.succeeded() && newCountry(now, before.successes());
            case IMPOSSIBLE_TRAVEL -> now.succeeded() && impossibleTravel(now, before.successes());
            case UNUSUAL_HOUR -> now.succeeded() && unusualHour(now, before.successes());
            case MANY_FAILURES -> !now.succeeded() && manyFailures(now, before);
            case MANY_ACCOUNTS -> !now.succeeded() && manyAccounts(now, before);
        };
    }

    /** The first log-in ever is with a new device, and tells nothing. */
    private static boolean newDevice(LogIn now, List<LogIn> before) {
        List<String> known =
                before.stream().map(LogIn::device).filter(Objects::nonNull).toList();
        return now.device() != null && !known.isEmpty() && !known.contains(now.device());
    }

    private static boolean newCountry(LogIn now, List<LogIn> before) {
        List<String> known = before.stream()
                .map(LogIn::place)
                .filter(Objects::nonNull)
                .map(Place::country)
                .toList();
        return now.place() != null
                && !known.isEmpty()
                && !known.contains(now.place().country());
    }

    private boolean impossibleTravel(LogIn now, List<LogIn> before) {
        LogIn last = before.isEmpty() ? null : before.getLast();
        if (last == null || last.place() == null || now.place() == null) {
            return false;
        }
        double kilometres = last.place().kilometresTo(now.place());
        double hours = Duration.between(last.at(), now.at()).toMillis() / 3_600_000.0;
        return kilometres > settings.minKilometres() && kilometres > hours * settings.maxKilometresPerHour();
    }

    /** None of the earlier log-ins was at this hour, nor in the one before or after it. */
    private boolean unusualHour(LogIn now, List<LogIn> before) {
        return before.size() >= settings.habit()
                && before.stream().allMatch(one -> apart(hour(one.at()), hour(now.at())) > 1);
    }

    private static int apart(int one, int other) {
        int forward = Math.floorMod(one - other, HOURS);
        return Math.min(forward, HOURS - forward);
    }

    private static int hour(Instant at) {
        return at.atZone(ZONE).getHour();
    }

    /** Told once, when there are as many as that, and not again with each further one. */
    private boolean manyFailures(LogIn now, History before) {
        long failures = before.ofPerson().stream()
                .filter(one -> !one.succeeded() && isRecent(one, now))
                .count();
        return failures + 1 == settings.failures();
    }

    /** Told to each account at its first failure from there; those before the threshold are not told. */
    private boolean manyAccounts(LogIn now, History before) {
        boolean first = before.ofPerson().stream()
                .noneMatch(
                        one -> !one.succeeded() && isRecent(one, now) && Objects.equals(one.network(), now.network()));
        return now.network() != null && first && before.failedNearby().size() >= settings.accounts();
    }

    private boolean isRecent(LogIn one, LogIn now) {
        return one.at().isAfter(now.at().minus(settings.window()));
    }
}
