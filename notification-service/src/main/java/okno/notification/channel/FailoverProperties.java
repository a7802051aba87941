package okno.notification.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.failover.*}: when a provider is set aside.
 *
 * @param window calls that are judged, the last ones
 * @param minimum calls before there is a judgement
 * @param failedPercent share of failed calls that sets it aside
 * @param slowPercent the same of slow ones
 * @param slow how long a call takes that counts as slow
 * @param rest how long it is left alone
 * @param probes messages that try it afterwards
 */
@Validated
@ConfigurationProperties("okno.notification.failover")
public record FailoverProperties(
        @Min(5) int window,
        @Min(1) int minimum,
        @Min(1) @Max(100) int failedPercent,
        @Min(1) @Max(100) int slowPercent,
        @NotNull Duration slow,
        @NotNull Duration rest,
        @Min(1) int probes) {}
