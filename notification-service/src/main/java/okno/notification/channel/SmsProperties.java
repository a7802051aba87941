package okno.notification.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** {@code okno.notification.sms.*}: where the gateway is, and how long it may take. */
@Validated
@ConfigurationProperties("okno.notification.sms")
public record SmsProperties(
        @NotBlank String url,
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout) {}
