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
 * @param parallel messages in flight at a time, at each provider
 * @param poll how often to look for rows of other instances and for retries
 * @param gather how long to let rows gather before they are leased together
 * @param firstPause before the second attempt; doubles with each further one
 * @param longestPause the longest time between two attempts
 * @param longestContactsPause the same while identity-service is away
 * @param giveUpAfter age at which a delivery fails for good
 * @param uncertainFor how long a message that a provider may have is repeated there before it fails as unknown
 */
@Validated
@ConfigurationProperties("okno.notification.delivery")
public record DeliveryProperties(
        @NotNull Duration lease,
        @Min(1) int parallel,
        @NotNull Duration poll,
        @NotNull Duration gather,
        @NotNull Duration firstPause,
        @NotNull Duration longestPause,
        @NotNull Duration longestContactsPause,
        @NotNull Duration giveUpAfter,
        @NotNull Duration uncertainFor) {}
