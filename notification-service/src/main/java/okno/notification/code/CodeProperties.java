package okno.notification.code;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.code.*}.
 *
 * @param waiting codes that may wait for the gateway at a time
 * @param longestPause longest time between two attempts
 */
@Validated
@ConfigurationProperties("okno.notification.code")
public record CodeProperties(@Min(1) int waiting, @NotNull Duration longestPause) {}
