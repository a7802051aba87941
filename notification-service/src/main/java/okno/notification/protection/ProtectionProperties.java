package okno.notification.protection;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** {@code okno.notification.protection.*}: the Tink keyset that seals; it may hold several keys, which is its rotation. */
@Validated
@ConfigurationProperties("okno.notification.protection")
public record ProtectionProperties(@NotNull Path dataKeysetFile) {}
