package okno.identity.assurance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.assurance.*}.
 *
 * @param codeLife how long a code of a one-stop office is good
 * @param attempts guesses at one code, the right one included
 */
@Validated
@ConfigurationProperties("okno.identity.assurance")
public record AssuranceProperties(
        @NotNull Duration codeLife, @Positive int attempts) {}
