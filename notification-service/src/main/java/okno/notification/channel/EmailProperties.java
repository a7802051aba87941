package okno.notification.channel;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** {@code okno.notification.email.*}: who the letters are from. */
@Validated
@ConfigurationProperties("okno.notification.email")
public record EmailProperties(@NotBlank String from) {}
