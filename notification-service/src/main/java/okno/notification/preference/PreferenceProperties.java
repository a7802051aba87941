package okno.notification.preference;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.preference.*}.
 *
 * @param publicUrl where the gateway is reached from outside, for links in letters
 * @param perDay messages to one person by one channel in a day; more stay in the inbox alone
 */
@Validated
@ConfigurationProperties("okno.notification.preference")
public record PreferenceProperties(
        @NotBlank String publicUrl, @Min(1) int perDay) {}
