package okno.notification.inbox;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.stream.*}.
 *
 * @param poll how often to look for notifications that other instances added
 * @param heartbeat longest silence on a stream, so that proxies keep it open
 * @param lifetime when a stream ends and the client comes back with a fresh token
 * @param perPerson streams of one person at a time; the oldest gives way
 */
@Validated
@ConfigurationProperties("okno.notification.stream")
public record StreamProperties(
        @NotNull Duration poll,
        @NotNull Duration heartbeat,
        @NotNull Duration lifetime,
        @Min(1) int perPerson) {}
