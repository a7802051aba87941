package okno.identity.anomaly.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.anomaly.domain.Action;
import okno.identity.anomaly.domain.Finding;
import okno.identity.anomaly.domain.Rule;

/** Contract {@code contracts/events/anomaly-found.v1}: no addresses, devices or places. */
public record AnomalyFoundV1(UUID personId, Rule rule, Action action, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.profile.v1";
    public static final String TYPE = "okno.anomaly.found.v1";

    public static AnomalyFoundV1 from(Finding finding, Instant occurredAt) {
        return new AnomalyFoundV1(finding.personId(), finding.rule(), finding.action(), occurredAt);
    }
}
