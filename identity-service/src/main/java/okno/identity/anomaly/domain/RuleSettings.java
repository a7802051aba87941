package okno.identity.anomaly.domain;

import java.time.Duration;
import java.util.Map;

/**
 * The numbers of the rules, and what is done about each finding.
 *
 * @param window within which failures are counted
 * @param failures of one account that are many
 * @param accounts with failures from one address that are many
 * @param minKilometres shorter ways are never impossible: networks are not where tables say
 * @param maxKilometresPerHour faster is impossible
 * @param habit log-ins before which a person has no usual hours
 */
public record RuleSettings(
        Map<Rule, Action> actions,
        Duration window,
        int failures,
        int accounts,
        double minKilometres,
        double maxKilometresPerHour,
        int habit) {

    public RuleSettings {
        actions = Map.copyOf(actions);
    }

    /** A rule that is not named is off. */
    boolean on(Rule rule) {
        return actions.containsKey(rule);
    }
}
