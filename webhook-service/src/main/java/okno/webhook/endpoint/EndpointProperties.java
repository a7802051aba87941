package okno.webhook.endpoint;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.endpoint.*}.
 *
 * @param perOwner how many endpoints an owner may have
 * @param ownMessagesPerDay how many tests and challenges an owner may ask for in a day (UTC)
 * @param watchers how many persons may be told of one endpoint
 * @param recoverWithin how far back a resumption may recover events
 * @param failingAfter how long nothing reaches an endpoint before its watchers are told
 * @param healthPoll how often that is looked for
 * @param challengeSchedule waits before each try of a challenge; after the last the endpoint is disabled
 * @param challengePoll how often other replicas' new endpoints are looked for
 */
@ConfigurationProperties("okno.webhook.endpoint")
public record EndpointProperties(
        @DefaultValue("20") int perOwner,
        @DefaultValue("200") int ownMessagesPerDay,
        @DefaultValue("10") int watchers,
        @DefaultValue("30d") Duration recoverWithin,
        @DefaultValue("10m") Duration failingAfter,
        @DefaultValue("5s") Duration healthPoll,

        @DefaultValue({"0s", "5s", "30s", "2m", "10m", "30m", "1h", "3h", "7h", "12h"})
        List<Duration> challengeSchedule,

        @DefaultValue("1s") Duration challengePoll) {}
