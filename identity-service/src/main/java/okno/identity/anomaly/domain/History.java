package okno.identity.anomaly.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was known when somebody tried to log in.
 *
 * @param ofPerson the person's earlier attempts, oldest first
 * @param failedNearby accounts on which attempts from the same network failed within the window, this attempt included
 */
public record History(List<LogIn> ofPerson, Set<UUID> failedNearby) {

    /** Out of everything there is: what came later, or is the attempt itself, is left out, and repeats count once. */
    public static History before(LogIn now, Collection<LogIn> all, RuleSettings settings) {
        Instant since = now.at().minus(settings.window());
        List<LogIn> earlier = all.stream()
                .filter(one -> LogIn.ORDER.compare(one, now) < 0)
                .distinct()
                .sorted(LogIn.ORDER)
                .toList();
        List<LogIn> ofPerson = earlier.stream()
                .filter(one -> one.personId().equals(now.personId()))
                .toList();
        Set<UUID> nearby = earlier.stream()
                .filter(one -> !one.succeeded()
                        && one.network() != null
                        && one.network().equals(now.network()))
                .filter(one -> one.at().isAfter(since))
                .map(LogIn::personId)
                .collect(Collectors.toSet());
        nearby.add(now.personId());
        return new History(ofPerson, nearby);
    }

    List<LogIn> successes() {
        return ofPerson.stream().filter(LogIn::succeeded).toList();
    }
}
