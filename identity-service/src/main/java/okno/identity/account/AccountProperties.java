package okno.identity.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.account.*}.
 *
 * @param term how long a registration may stay unconfirmed; also the life of the link in the letter
 * @param letterAfter pause between two letters of one registration
 * @param letters letters of one registration
 * @param passwordLife how long the password that an officer hands out is good
 */
@Validated
@ConfigurationProperties("okno.identity.account")
public record AccountProperties(
        @NotNull Duration term,
        @NotNull Duration letterAfter,
        @Positive int letters,
        @NotNull Duration passwordLife) {}
