package okno.payment.checkout;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.payment.checkout.*}.
 *
 * @param claim how long one instance has a payment for itself while it talks with the provider
 * @param firstCheck when an unfinished payment is looked at first; doubles with each look
 * @param longestPause the longest time between two looks
 * @param abandonAfter age at which a session that the provider does not know is given up
 * @param poll how often the resolver looks for payments to look at
 * @param secondFactorFrom kopecks; from this sum on, paying takes a second factor shown a short while ago
 */
@Validated
@ConfigurationProperties("okno.payment.checkout")
public record CheckoutProperties(
        @NotNull Duration claim,
        @NotNull Duration firstCheck,
        @NotNull Duration longestPause,
        @NotNull Duration abandonAfter,
        @NotNull Duration poll,
        @PositiveOrZero long secondFactorFrom) {}
