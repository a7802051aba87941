package okno.notification.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.delivery.*}.
 *
 * @param lease how long an instance has a row for itself
 * @param parallel rows sent at a time, on each channel
 * @param poll how often to look for rows of other instances and for retries
 * @param firstPause before the second attempt; doubles with each further one
 * @param longestPause the longest time between two attempts
 * @param giveUpAfter age at which a delivery fails for good
 */
@Validated
@ConfigurationProperties("okno.notification.delivery")
public record DeliveryProperties(
        @NotNull Duration lease,
        @Min(1) int parallel,
        @NotNull Duration poll,
        @NotNull Duration firstPause,
        @NotNull Duration longestPause,
        @NotNull Duration giveUpAfter) {}
