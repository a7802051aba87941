package okno.identity.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.contact.*}.
 *
 * @param codeLife how long a new address waits for its code
 * @param attempts guesses at one code, the right one included
 * @param resendAfter pause between two changes of the same person
 * @param perDay changes that a person may begin within 24 hours: each sends a message to somebody
 */
@Validated
@ConfigurationProperties("okno.identity.contact")
public record ContactProperties(
        @NotNull Duration codeLife,
        @Positive int attempts,
        @NotNull Duration resendAfter,
        @Positive int perDay) {}
