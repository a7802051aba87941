package okno.webhook.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.delivery.*}.
 *
 * @param schedule waits before each attempt of one message, the first included; after the last it is given up
 * @param jitter how far a wait may stray, as a share of it: retries of many messages must not come together
 * @param retryAfterCap the longest {@code Retry-After} that is honoured
 * @param breakerThreshold failures in a row after which the endpoint as a whole is left alone
 * @param probeDelays waits between single probes of such an endpoint; the last is repeated
 * @param disableAfter an endpoint that only failed for so long is disabled
 * @param inFlight attempts of this process at a time
 * @param perEndpoint attempts to one endpoint at a time, over all replicas
 * @param leaseMargin how much longer than the deadline of a POST a claimed row stays claimed
 * @param busyPoll wait between looks for due rows while there are some; new events of this process do not wait for it
 * @param idlePoll the same when there are none
 */
@ConfigurationProperties("okno.webhook.delivery")
public record DeliveryProperties(
        @DefaultValue({"0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> schedule,

        @DefaultValue("0.2") double jitter,
        @DefaultValue("24h") Duration retryAfterCap,
        @DefaultValue("3") int breakerThreshold,

        @DefaultValue({"5s", "30s", "2m", "5m", "15m", "30m", "1h"})
        List<Duration> probeDelays,

        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("256") int inFlight,
        @DefaultValue("8") int perEndpoint,
        @DefaultValue("5s") Duration leaseMargin,
        @DefaultValue("5ms") Duration busyPoll,
        @DefaultValue("100ms") Duration idlePoll) {}
