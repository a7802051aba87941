package okno.identity.anomaly;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Map;
import okno.identity.anomaly.domain.Action;
import okno.identity.anomaly.domain.Rule;
import okno.identity.anomaly.domain.RuleSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.anomaly.*}; see {@link RuleSettings}.
 *
 * @param addressTable where networks are: lines of {@code network/prefix,country,latitude,longitude}
 * @param actions by rule; a rule that is not named is off
 * @param memory how long log-ins are kept to compare with
 */
@Validated
@ConfigurationProperties("okno.identity.anomaly")
public record AnomalyProperties(
        @NotNull Resource addressTable,
        @NotNull Map<Rule, Action> actions,
        @NotNull Duration memory,
        @NotNull Duration window,
        @Positive int failures,
        @Positive int accounts,
        @Positive double minKilometres,
        @Positive double maxKilometresPerHour,
        @Positive int habit) {

    RuleSettings settings() {
        return new RuleSettings(actions, window, failures, accounts, minKilometres, maxKilometresPerHour, habit);
    }
}
