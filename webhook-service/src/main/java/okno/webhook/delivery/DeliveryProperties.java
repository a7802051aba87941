package okno.webhook.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.delivery.*}.
 *
 * @param retry when failed messages and endpoints are tried again
 * @param flow how much is sent at a time
 * @param lease which process sends to which endpoints
 * @param retention how long what is written down is kept
 */
@ConfigurationProperties("okno.webhook.delivery")
public record DeliveryProperties(
        @DefaultValue Retry retry,
        @DefaultValue Flow flow,
        @DefaultValue Lease lease,
        @DefaultValue Retention retention) {

    /**
     * {@code okno.webhook.delivery.retry.*}.
     *
     * @param schedule waits before each attempt of one message, the first included; after the last it is given up
     * @param jitter how far a wait may stray, as a share of it: retries of many messages must not come together
     * @param retryAfterCap the longest {@code Retry-After} that is honoured
     * @param breakerThreshold failures in a row after which the endpoint as a whole is left alone
     * @param probeDelays waits between single probes of such an endpoint; the last is repeated
     * @param disableAfter an endpoint that only failed for so long is disabled
     * @param hold how long an ordered endpoint's message may stop those behind it
     */
    public record Retry(
            @DefaultValue({"0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
            List<Duration> schedule,

            @DefaultValue("0.2") double jitter,
            @DefaultValue("24h") Duration retryAfterCap,
            @DefaultValue("3") int breakerThreshold,

            @DefaultValue({"5s", "30s", "2m", "5m", "15m", "30m", "1h"})
            List<Duration> probeDelays,

            @DefaultValue("5d") Duration disableAfter,
            @DefaultValue("72h") Duration hold) {}

    /**
     * {@code okno.webhook.delivery.flow.*}.
     *
     * @param inFlight attempts of this process at a time
     * @param firstPerEndpoint attempts at a time to an endpoint that nothing is known of
     * @param maxPerEndpoint attempts at a time to one endpoint at most
     * @param slowShare share of the attempts that endpoints which are slow or do not work may hold together
     * @param slowAfter median time of answers from which an endpoint is slow
     * @param window rows of one endpoint that are kept in memory
     * @param recordEvery how long results are collected before they are written
     * @param recordBatch results that are written at once
     */
    public record Flow(
            @DefaultValue("256") int inFlight,
            @DefaultValue("8") int firstPerEndpoint,
            @DefaultValue("32") int maxPerEndpoint,
            @DefaultValue("0.25") double slowShare,
            @DefaultValue("1s") Duration slowAfter,
            @DefaultValue("128") int window,
            @DefaultValue("20ms") Duration recordEvery,
            @DefaultValue("500") int recordBatch) {}

    /**
     * {@code okno.webhook.delivery.lease.*}.
     *
     * @param instance name of this process; who comes back under the same name takes over at once what it had
     * @param length how long a shard stays with a process that is not heard of
     * @param renew how often a living process says so
     * @param refresh how often changes of endpoints are looked for
     */
    public record Lease(
            @DefaultValue("local") String instance,
            @DefaultValue("10s") Duration length,
            @DefaultValue("3s") Duration renew,
            @DefaultValue("250ms") Duration refresh) {}

    /**
     * {@code okno.webhook.delivery.retention.*}.
     *
     * @param backlog what could not be delivered
     * @param attempts what was tried
     * @param events bodies and feeds; longer than the other two, which need them
     */
    public record Retention(
            @DefaultValue("30d") Duration backlog,
            @DefaultValue("30d") Duration attempts,
            @DefaultValue("32d") Duration events) {}
}
