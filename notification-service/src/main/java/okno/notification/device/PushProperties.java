package okno.notification.device;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.push.*}.
 *
 * @param keyFile the VAPID key (RFC 8292), a P-256 private key as JWK; without it there is no push
 * @param subject how a push service reaches our operators: {@code mailto:} or {@code https:}
 * @param origins push services that may be posted to, {@code https://host} or {@code https://*.host}: the address comes
 *     from the person's browser, and no other may be reached through us
 * @param timeToLive how long a push service keeps a message for a browser that is off
 */
@Validated
@ConfigurationProperties("okno.notification.push")
public record PushProperties(
        @Nullable Path keyFile,
        @NotBlank String subject,
        @NotNull List<String> origins,
        @NotNull Duration timeToLive,
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout) {}
