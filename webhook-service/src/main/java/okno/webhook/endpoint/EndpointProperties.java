package okno.webhook.endpoint;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.endpoint.*}.
 *
 * @param perOwner how many endpoints an owner may have
 * @param challengeSchedule waits before each try of a challenge; after the last the endpoint is disabled
 * @param challengePoll how often other replicas' new endpoints are looked for
 */
@ConfigurationProperties("okno.webhook.endpoint")
public record EndpointProperties(
        @DefaultValue("20") int perOwner,

        @DefaultValue({"0s", "5s", "30s", "2m", "10m", "30m", "1h", "3h", "7h", "12h"})
        List<Duration> challengeSchedule,

        @DefaultValue("1s") Duration challengePoll) {}
